import type { Answers, Field, FieldError } from '@kyzmat/forms';
import { errorList, frameOf } from '@kyzmat/web';
import type { Request, Response } from 'express';
import { formatsOf } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { pageOf, type LoadedDraft } from './load.ts';
import { fieldsOf } from './page-view.ts';

export type PageRequest = Request<{ id: string; page: string }>;

export interface Shown {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** A group to show one more, empty row of. */
  readonly adding?: string;
  /** The fields were kept while the person signed in again. */
  readonly refilled?: boolean;
}

/** One page of a form with what was typed, right or wrong, and what to mend. */
export function showPage(
  { pages }: Site,
  request: PageRequest,
  response: Response,
  loaded: LoadedDraft,
  view: Shown,
  status = 200,
): void {
  const { draft, service } = loaded;
  const page = pageOf(loaded, request.params.page);
  const shown = service.form.visiblePages(view.answers);
  const at = shown.findIndex(({ id }) => id === page.id);
  const fields = fieldsOf({ draft, form: service.form, page, ...view });
  const base = `/cabinet/drafts/${draft.id}`;
  const before = shown[at - 1];
  const toCheck = request.query['to'] === 'check';
  const model = {
    draft,
    page,
    fields,
    base,
    action: `${base}/pages/${page.id}`,
    query: toCheck ? '?to=check' : '',
    backTo: toCheck ? `${base}/check` : before === undefined ? '/cabinet' : `${base}/pages/${before.id}`,
    step: { current: Math.max(at, 0) + 1, total: Math.max(shown.length, 1), name: page.title },
    upload: hasFiles(page.fields),
    saved: savedAt({ pages }, response, draft.savedAt),
    refilled: view.refilled,
    errors: errorList(fields),
  };
  pages.render(response, 'cabinet/drafts/page.njk', model, status);
}

/** When the draft was saved, in words of the page. */
export function savedAt({ pages }: Pick<Site, 'pages'>, response: Response, at: string): string {
  const { lang } = frameOf(response);
  return pages.t(lang)('draft.saved', { time: formatsOf(lang)['moment']?.(at) ?? at });
}

function hasFiles(fields: readonly Field[]): boolean {
  return fields.some((each) => (each.type === 'group' ? hasFiles(each.fields) : each.type === 'file'));
}
