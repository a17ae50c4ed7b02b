import type { Applications } from '@kyzmat/contracts';
import { answersFrom, filesIn, type Answers, type Page } from '@kyzmat/forms';
import { dataOf, notFound } from '@kyzmat/http';
import { typedOnly, type Fields } from '@kyzmat/web';
import type { Request } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Service } from '../../services/catalogue.ts';
import type { Site } from '../../site/site.ts';

export interface LoadedDraft {
  readonly draft: Applications['Draft'];
  readonly service: Service;
  readonly answers: Answers;
}

/** The person's own draft with the form it is filled in by. Anybody else's is not found (P573-8e). */
export async function loadDraft(
  { clients, catalogue }: Site,
  request: Request,
  id: string,
): Promise<LoadedDraft> {
  const path = { id };
  const draft = dataOf(
    await clients.applications(principalOf(request)).GET('/drafts/{id}', { params: { path } }),
  );
  const service = await catalogue.version(draft.serviceCode, draft.serviceVersion);
  return { draft, service, answers: answersFrom(draft.answers) };
}

export function pageOf({ service }: LoadedDraft, pageId: string): Page {
  const page = service.form.definition.pages.find(({ id }) => id === pageId);
  if (page === undefined) throw notFound('No such page.');
  return page;
}

/** The answers of a draft with a posted page over them. */
export function typedOver({ draft, service, answers }: LoadedDraft, pageId: string, fields: Fields): Answers {
  const files = draft.files ?? filesIn(answers);
  return { ...answers, ...service.form.parsePage(pageId, typedOnly(fields), files).values };
}

/** Address of the page after this one that counts with these answers; after the last one the answers are checked. */
export function addressAfter({ draft, service }: LoadedDraft, answers: Answers, pageId: string): string {
  const pages = service.form.visiblePages(answers);
  const order = service.form.definition.pages.map(({ id }) => id);
  const next = pages.find(({ id }) => order.indexOf(id) > order.indexOf(pageId));
  return next === undefined
    ? `/cabinet/drafts/${draft.id}/check`
    : `/cabinet/drafts/${draft.id}/pages/${next.id}`;
}

/** Where the person goes on: the first page not filled in yet, else the check. */
export function addressToGoOn({ draft, service, answers }: LoadedDraft): string {
  if (draft.submittedAs !== undefined) return `/cabinet/applications/${draft.submittedAs}`;
  const done = draft.completedPages ?? [];
  const open = service.form.visiblePages(answers).find(({ id }) => !done.includes(id));
  return open === undefined
    ? `/cabinet/drafts/${draft.id}/check`
    : `/cabinet/drafts/${draft.id}/pages/${open.id}`;
}
