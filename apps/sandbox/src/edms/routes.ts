import { addressParts } from '@kyzmat/forms';
import { fieldViews, type Pages } from '@kyzmat/web';
import type { Express, Response } from 'express';
import type { DemoTime } from '../clock/clock.ts';
import { memberOf, textIn } from '../input.ts';
import { clerks, openClerk, signers, type Case, type Clerk } from './clerk.ts';
import { cmisRouter } from './cmis.ts';
import { decisionData, decisionFields } from './decision.ts';
import { EdmsFault, type Repository } from './repository.ts';

interface EdmsOptions {
  readonly repository: Repository;
  readonly clock: DemoTime;
  /** `user:password` of the machine account. */
  readonly account: () => string;
  readonly baseUrl: string;
}

/** Stand-in for a provider's document system: CMIS for machines, pages for its clerks. */
export function edmsRoutes(web: Express, pages: Pages, options: EdmsOptions): void {
  web.use('/edms/cmis/browser', cmisRouter(options.repository, options.account, options.baseUrl));
  const clerk = openClerk(options.repository);
  web.get('/edms', async (_request, response) => {
    const cases = (await clerk.inbox()).map((each) => ({ ...each, state: stateOf(each) }));
    pages.render(response, 'edms/inbox.njk', { cases });
  });
  web.get('/edms/:reference', (request, response) =>
    unlessUnknown(pages, response, async () =>
      pages.render(response, 'edms/case.njk', view(await clerk.open(request.params.reference))),
    ),
  );
  web.get('/edms/:reference/:document', (request, response) =>
    unlessUnknown(pages, response, async () => {
      const { reference, document } = request.params;
      const { type, bytes } = await clerk.document(reference, document);
      response.type(type).send(bytes);
    }),
  );
  web.post('/edms/:reference', (request, response) =>
    unlessUnknown(pages, response, async () => {
      const { reference } = request.params;
      await write(clerk, reference, request.body, await options.clock.now());
      response.redirect(303, `/edms/${reference}`);
    }),
  );
}

/** The clerk's word becomes a document; the portal finds it by itself (C22-11). */
async function write(clerk: Clerk, reference: string, posted: unknown, at: string): Promise<void> {
  const executor = textIn(posted, 'executor');
  const reason = textIn(posted, 'reason');
  const grounds = groundsIn(posted);
  switch (textIn(posted, 'act')) {
    case 'register': {
      const registrationNumber = textIn(posted, 'registrationNumber');
      await clerk.write(reference, 'registration.json', { registrationNumber, executor, at });
      return;
    }
    case 'refuse':
      await clerk.write(reference, 'refusal.json', { grounds, reason, executor, at });
      return;
    case 'approve': {
      const { request } = await clerk.open(reference);
      const data = decisionData(decisionFields(request), posted);
      const signer = textIn(posted, 'signer');
      await clerk.write(reference, 'answer.json', { decision: 'approve', data, executor, signer, at });
      return;
    }
    case 'deny':
      await clerk.write(reference, 'answer.json', { decision: 'refuse', grounds, reason, executor, at });
      return;
    default:
      throw new EdmsFault(400, 'invalidArgument', 'There is no such act');
  }
}

function groundsIn(posted: unknown): readonly string[] {
  const given = memberOf(posted, 'grounds');
  if (typeof given === 'string') return [given];
  return Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
}

function stateOf({ registration, refusal, answer, error }: Case): {
  readonly kind: string;
  readonly key: string;
} {
  if (error !== undefined) return { kind: 'error', key: 'edms.state.error' };
  if (answer !== undefined) return { kind: 'done', key: 'edms.state.answered' };
  if (refusal !== undefined) return { kind: 'quiet', key: 'edms.state.refused' };
  if (registration !== undefined) return { kind: 'info', key: 'edms.state.registered' };
  return { kind: 'turn', key: 'edms.state.new' };
}

function view(opened: Case): Readonly<Record<string, unknown>> {
  const options = (ids: readonly string[]): object[] => ids.map((id) => ({ value: id, label: id }));
  const fields = decisionFields(opened.request);
  return {
    ...opened,
    state: stateOf(opened),
    clerks: options(clerks),
    signers: options(signers),
    decision: fieldViews({ fields, addressLabels: addressParts, typed: () => undefined, errors: [] }),
    intakeGrounds: groundOptions(opened.request, 'intakeRefusalGrounds'),
    provisionGrounds: groundOptions(opened.request, 'provisionRefusalGrounds'),
    suggestedNumber: `ВХ-${opened.reference}`,
  };
}

function groundOptions(request: unknown, name: string): readonly object[] {
  const grounds = memberOf(request, name);
  if (!Array.isArray(grounds)) return [];
  return grounds.map((ground: unknown) => ({ value: textIn(ground, 'id'), label: memberOf(ground, 'text') }));
}

async function unlessUnknown(pages: Pages, response: Response, show: () => Promise<void>): Promise<void> {
  try {
    await show();
  } catch (error) {
    if (!(error instanceof EdmsFault)) throw error;
    pages.render(response, 'edms/unknown.njk', {}, error.status);
  }
}
