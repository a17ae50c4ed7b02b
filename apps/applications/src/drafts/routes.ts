import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { filesIn } from '@kyzmat/forms';
import { Problem } from '@kyzmat/http';
import { created, noContent, type ContractRoutes, type Kit } from '@kyzmat/kit';
import type { mongo } from 'mongoose';
import type { Calendars } from '../calendars/calendars.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { People } from '../people/people.ts';
import { infectedErrors, waitingAmong } from '../attachments/verdicts.ts';
import type { ApplicationDocument } from '../state/application.ts';
import { applicantOf } from './applicant.ts';
import { autofill, begin, unlessAway } from './begin.ts';
import { contentOf } from './content.ts';
import { moveOn } from './move-on.ts';
import { pageOf, savePage, serviceOf } from './page.ts';
import { prefillSources } from './prefill.ts';
import { serviceChange } from './service-change.ts';
import type { Draft, Drafts, FilesOf } from './store.ts';
import { draftView, staleOf, summaryOf } from './view.ts';

export interface DraftParts {
  readonly kit: Kit;
  readonly drafts: Drafts;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly people: People;
  readonly filesOf: FilesOf;
  /** Applications, whole, for prefilling from those of the same person. */
  readonly submitted: Pick<mongo.Collection<ApplicationDocument>, 'find' | 'findOne'>;
  /** Those of them that have not become applications. */
  unsubmitted(drafts: readonly Draft[]): Promise<Draft[]>;
}

/** Drafts belong to one person; for anybody else there are none (P573-8e). */
export function draftRoutes(routes: ContractRoutes<ApplicationsApi>, parts: DraftParts): void {
  const { kit, drafts, catalogue, calendars, people, filesOf } = parts;
  const isSubmitted = async (draft: Draft): Promise<boolean> =>
    (await parts.unsubmitted([draft])).length === 0;

  async function mustBeOpen(draft: Draft): Promise<void> {
    if (!(await isSubmitted(draft))) return;
    throw new Problem(409, 'draft_submitted', 'The draft has been submitted: it is an application now.');
  }

  routes.post('/drafts', async ({ caller, body }) => created(await begin(parts, caller, body)));

  routes.get('/drafts/prefill-sources', async ({ caller, query }) => {
    if (caller.role !== 'user') return { sources: [] };
    const [service, profile] = await Promise.all([
      catalogue.current(query.serviceCode),
      people.profile(caller.subject).catch(unlessAway),
    ]);
    const { answers } = autofill(service, profile);
    const applicant = profile && applicantOf(profile);
    return { sources: await prefillSources(parts, caller.subject, applicant, service, answers) };
  });

  routes.get('/drafts', async ({ caller }) => {
    const [own, calendar] = await Promise.all([drafts.listOf(caller.subject), calendars.current()]);
    const open = caller.role === 'user' ? await parts.unsubmitted(own) : [];
    const summaries = open.map(async (draft) =>
      summaryOf(draft, (await serviceOf(parts, draft)).definition.service.title, calendar),
    );
    return { drafts: await Promise.all(summaries) };
  });

  routes.get('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const [service, submitted] = await Promise.all([serviceOf(parts, draft), isSubmitted(draft)]);
    const view = await draftView(parts, draft, service);
    return submitted ? { ...view, submittedAs: draft._id } : view;
  });

  routes.delete('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await drafts.remove(draft._id);
    return noContent;
  });

  routes.put('/drafts/{id}/pages/{page}', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(draft);
    return savePage(parts, draft, params.page, body);
  });

  routes.post('/drafts/{id}/service-version', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(draft);
    return moveOn(parts, draft, body.version);
  });

  routes.post('/drafts/{id}/check', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const { form } = await serviceOf(parts, draft);
    const page = pageOf(form, body.page);
    const files = await filesOf(draft._id);
    const answers = { ...draft.state.answers, ...form.parsePage(page.id, body.fields, files).values };
    return { errors: form.checkField(body.field, answers, { now: instant(kit.clock) }) };
  });

  routes.get('/drafts/{id}/content', async ({ params, query, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const service = await serviceOf(parts, draft);
    const { form } = service;
    const { answers, language } = draft.state;
    const [files, change] = await Promise.all([filesOf(draft._id), serviceChange(catalogue, draft.state)]);
    const named = filesIn(form.dropHidden(answers).answers);
    const { text, hash } = contentOf(form, answers);
    return {
      version: draft.version,
      hash,
      content: text,
      pages: form.describe(answers, query.language ?? language).map((page) => ({
        ...page,
        rows: [...page.rows],
      })),
      errors: [
        ...form.checkAll(answers, { now: instant(kit.clock) }),
        ...infectedErrors(form, answers, files),
      ],
      stale: staleOf(service, draft),
      waiting: waitingAmong(named, files),
      ...(change === undefined ? {} : { serviceChange: change }),
    };
  });
}
