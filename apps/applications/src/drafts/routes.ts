import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import { created, noContent, type ContractRoutes, type Kit } from '@kyzmat/kit';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { People } from '../people/people.ts';
import { begin } from './begin.ts';
import { contentOf } from './content.ts';
import { filesFor, pageOf, savePage } from './page.ts';
import type { Draft, Drafts, FilesOf } from './store.ts';
import { draftView, summaryOf } from './view.ts';

export interface DraftParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly people: People;
  readonly filesOf: FilesOf;
  /** Those of them that have not become applications. */
  unsubmitted(drafts: readonly Draft[]): Promise<Draft[]>;
}

/** Drafts belong to one person; for anybody else there are none (P573-8e). */
export function draftRoutes(routes: ContractRoutes<ApplicationsApi>, parts: DraftParts): void {
  const { kit, drafts, catalogue, calendars } = parts;
  const serviceOf = ({ state }: Draft) => catalogue.version(state.serviceCode, state.serviceVersion);
  const isSubmitted = async (draft: Draft): Promise<boolean> =>
    (await parts.unsubmitted([draft])).length === 0;

  routes.post('/drafts', async ({ caller, body }) => created(await begin(parts, caller, body)));

  routes.get('/drafts', async ({ caller }) => {
    const [own, calendar] = await Promise.all([drafts.listOf(caller.subject), calendars.current()]);
    const open = caller.role === 'user' ? await parts.unsubmitted(own) : [];
    const summaries = open.map(async (draft) =>
      summaryOf(draft, (await serviceOf(draft)).definition.service.title, calendar),
    );
    return { drafts: await Promise.all(summaries) };
  });

  routes.get('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const [service, calendar, submitted] = await Promise.all([
      serviceOf(draft),
      calendars.current(),
      isSubmitted(draft),
    ]);
    const view = draftView(draft, service.definition.service.title, calendar);
    return submitted ? { ...view, submittedAs: draft._id } : view;
  });

  routes.delete('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await drafts.remove(draft._id);
    return noContent;
  });

  routes.put('/drafts/{id}/pages/{page}', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    if (await isSubmitted(draft)) {
      throw new Problem(409, 'draft_submitted', 'The draft has been submitted: it is an application now.');
    }
    return savePage(parts, draft, params.page, body);
  });

  routes.post('/drafts/{id}/check', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const { form } = await serviceOf(draft);
    const files = await filesFor(parts, pageOf(form, body.page), draft._id);
    const answers = { ...draft.state.answers, ...form.parsePage(body.page, body.fields, files).values };
    return { errors: form.checkField(body.field, answers, { now: instant(kit.clock) }) };
  });

  routes.get('/drafts/{id}/content', async ({ params, query, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const { form } = await serviceOf(draft);
    const { answers, language } = draft.state;
    const { text, hash } = contentOf(form, answers);
    return {
      version: draft.version,
      hash,
      content: text,
      pages: form.describe(answers, query.language ?? language).map((page) => ({
        ...page,
        rows: [...page.rows],
      })),
      errors: form.checkAll(answers, { now: instant(kit.clock) }),
    };
  });
}
