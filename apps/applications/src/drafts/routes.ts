import { instant } from '@kyzmat/clock';
import type { ApplicationsApi } from '@kyzmat/contracts';
import { filesIn } from '@kyzmat/forms';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import { infectedErrors, waitingAmong } from '../attachments/verdicts.ts';
import { applicantOf } from './applicant.ts';
import { autofill, begin, unlessAway } from './begin.ts';
import { contentOf } from './content.ts';
import { moveOn } from './move-on.ts';
import { pageOf, savePage } from './page.ts';
import { mustBeOpen, type DraftParts } from './parts.ts';
import { prefillSources } from './prefill.ts';
import { serviceOf } from './save.ts';
import { serviceChange } from './service-change.ts';
import { draftView, staleOf, summaryOf } from './view.ts';

/** Drafts belong to one person; for anybody else there are none (P573-8e). */
export function draftRoutes(routes: ContractRoutes<ApplicationsApi>, parts: DraftParts): void {
  const { kit, drafts, catalogue, calendars, people, filesOf, unsubmitted } = parts;

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
    const open = caller.role === 'user' ? await unsubmitted(own) : [];
    const summaries = open.map(async (draft) =>
      summaryOf(draft, (await serviceOf(parts, draft)).definition.service.title, calendar),
    );
    return { drafts: await Promise.all(summaries) };
  });

  routes.get('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    const [service, open] = await Promise.all([serviceOf(parts, draft), unsubmitted([draft])]);
    const view = await draftView(parts, draft, service);
    return open.length === 0 ? { ...view, submittedAs: draft._id } : view;
  });

  routes.delete('/drafts/{id}', async ({ params, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await drafts.remove(draft._id);
    return noContent;
  });

  routes.put('/drafts/{id}/pages/{page}', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(unsubmitted, draft);
    return savePage(parts, draft, params.page, body);
  });

  routes.post('/drafts/{id}/service-version', async ({ params, body, caller }) => {
    const draft = await drafts.own(params.id, caller);
    await mustBeOpen(unsubmitted, draft);
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
