import { instant } from '@kyzmat/clock';
import type { Answers, FieldError } from '@kyzmat/forms';
import {
  errorList,
  frameOf,
  pickText,
  type AutosaveAnswer,
  type CheckAnswer,
  one,
  postedFields,
  typedOnly,
  type Fields,
} from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { formatsOf, official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { answersOf, filesOf } from './answers.ts';
import { addressAfter, addressToGoOn, loadDraft, pageOf, type LoadedDraft } from './load.ts';
import { fieldsOf, visibility } from './page-view.ts';
import { withoutPart } from './rows.ts';
import { isStale, readPage, storePage } from './save.ts';

type PageRequest = Request<{ id: string; page: string }>;

const address = '/cabinet/drafts/:id/pages/:page';

/** The pages of a form: one topic each, stored as posted, checked by the server; the script only asks sooner. */
export function pageRoutes(web: Express, site: Site): void {
  const { kit, pages, kept } = site;

  web.get(address, async (request, response) => {
    const loaded = await loadDraft(site, request, request.params.id);
    if (loaded.draft.submittedAs !== undefined) {
      response.redirect(303, addressToGoOn(loaded));
      return;
    }
    const page = pageOf(loaded, request.params.page);
    const again = await kept.take(request, response);
    const answers = again === undefined ? loaded.answers : typedOver(loaded, page.id, again);
    const checked = request.query['errors'] !== undefined;
    const errors = checked
      ? loaded.service.form.checkPage(page.id, answers, { now: instant(kit.clock) })
      : [];
    const adding = request.query['add'];
    show(request, response, loaded, {
      answers,
      errors,
      refilled: again !== undefined,
      ...(typeof adding === 'string' ? { adding } : {}),
    });
  });

  web.post(address, async (request, response) => {
    const { fields: posted, refused } = await readPage(site, request, request.params.id);
    const removed = one(posted, '_remove');
    const fields = removed === '' ? posted : withoutPart(posted, removed);
    const loaded = await loadDraft(site, request, request.params.id);
    try {
      const { draft, errors } = await storePage(site, request, response, fields);
      const added = one(posted, '_add');
      const stays = removed !== '' || added !== '';
      const all = stays ? refused : [...refused, ...withoutRepeats(errors, refused)];
      if (one(posted, '_then') === 'exit' && refused.length === 0) response.redirect(303, '/cabinet');
      else if (all.length > 0) {
        const renewed = { ...loaded, draft };
        show(request, response, renewed, { answers: answersOf(draft), errors: all }, 422);
      } else if (stays) response.redirect(303, samePage(request, removed, added));
      else if (request.query['to'] === 'check') response.redirect(303, `/cabinet/drafts/${draft.id}/check`);
      else response.redirect(303, addressAfter(loaded, answersOf(draft), request.params.page));
    } catch (error) {
      if (!isStale(error)) throw error;
      const newer = await loadDraft(site, request, request.params.id);
      showBoth(request, response, newer, fields);
    }
  });

  // P573-26a: after each field, by the same check as at the end; nothing is stored.
  web.post(`${address}/check`, async (request, response) => {
    const loaded = await loadDraft(site, request, request.params.id);
    const page = pageOf(loaded, request.params.page);
    const fields = postedFields(request.body);
    const answers = typedOver(loaded, page.id, fields);
    const { form } = loaded.service;
    const errors = form.checkField(one(fields, '_field'), answers, { now: instant(kit.clock) });
    const { lang } = frameOf(response);
    const answer: CheckAnswer = {
      errors: errors.map(({ field: at, what, mend }) => ({
        field: at,
        what: pickText(what, lang),
        mend: pickText(mend, lang),
      })),
      visible: visibility(form, page, answers),
    };
    response.json(answer);
  });

  web.post(`${address}/autosave`, async (request, response) => {
    try {
      const { draft } = await storePage(site, request, response, postedFields(request.body));
      const answer: AutosaveAnswer = {
        saved: savedAt(response, draft.savedAt),
        version: String(draft.version),
      };
      response.json(answer);
    } catch (error) {
      if (!isStale(error)) throw error;
      response.status(409).json({ code: 'stale_version' });
    }
  });

  interface Shown {
    readonly answers: Answers;
    readonly errors: readonly FieldError[];
    readonly adding?: string;
    readonly refilled?: boolean;
    readonly both?: readonly object[];
  }

  function show(
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
    const fields = fieldsOf({
      draftId: draft.id,
      form: service.form,
      page,
      autofilled: draft.autofilled,
      ...view,
    });
    const base = `/cabinet/drafts/${draft.id}`;
    const before = shown[at - 1];
    const toCheck = request.query['to'] === 'check';
    pages.render(
      response,
      'cabinet/drafts/page.njk',
      {
        draft,
        page,
        fields,
        action: `${base}/pages/${page.id}`,
        query: toCheck ? '?to=check' : '',
        backTo: toCheck ? `${base}/check` : before === undefined ? '/cabinet' : `${base}/pages/${before.id}`,
        step: { current: Math.max(at, 0) + 1, total: Math.max(shown.length, 1), name: page.title },
        upload: hasFiles(page.fields),
        saved: savedAt(response, draft.savedAt),
        serviceTitle: draft.serviceTitle,
        ...view,
        errors: errorList(fields),
      },
      status,
    );
  }

  /** Saved in two windows: what the other saved stands beside what was typed here, and nothing is overwritten unasked. */
  function showBoth(request: PageRequest, response: Response, newer: LoadedDraft, fields: Fields): void {
    const { form } = newer.service;
    const { page } = request.params;
    const lang = official(frameOf(response).lang);
    const mine = typedOver(newer, page, fields);
    const rowsOf = (answers: Answers) =>
      form.describe(answers, lang).find(({ pageId }) => pageId === page)?.rows ?? [];
    const theirs = new Map(rowsOf(newer.answers).map((row) => [row.fieldId, row]));
    const own = new Map(rowsOf(mine).map((row) => [row.fieldId, row]));
    const both = [...new Set([...own.keys(), ...theirs.keys()])]
      .map((id) => ({
        label: own.get(id)?.label ?? theirs.get(id)?.label,
        mine: own.get(id)?.text ?? '',
        theirs: theirs.get(id)?.text ?? '',
      }))
      .filter((row) => row.mine !== row.theirs);
    show(request, response, newer, { answers: mine, errors: [], both }, 409);
  }

  function savedAt(response: Response, at: string): string {
    const { lang } = frameOf(response);
    return pages.t(lang)('draft.saved', { time: formatsOf(lang)['moment']?.(at) ?? at });
  }
}

/** The answers of a draft with a posted page over them. */
function typedOver({ service, answers }: LoadedDraft, pageId: string, fields: Fields): Answers {
  return { ...answers, ...service.form.parsePage(pageId, typedOnly(fields), filesOf(answers)).values };
}

/** Where a file was refused, its field being empty is no second error. */
function withoutRepeats(
  errors: readonly FieldError[],
  refused: readonly FieldError[],
): readonly FieldError[] {
  const told = new Set(refused.map(({ field: at }) => at));
  return errors.filter(({ field: at }) => !told.has(at));
}

function samePage(request: PageRequest, removed: string, added: string): string {
  const { id, page } = request.params;
  const query = new URLSearchParams();
  if (added !== '') query.set('add', added);
  if (request.query['to'] === 'check') query.set('to', 'check');
  const part = (added === '' ? removed : added).split('[')[0] ?? '';
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return `/cabinet/drafts/${id}/pages/${page}${search}#f-${encodeURIComponent(part)}`;
}

function hasFiles(fields: LoadedDraft['service']['form']['definition']['pages'][number]['fields']): boolean {
  return fields.some((each) => (each.type === 'group' ? hasFiles(each.fields) : each.type === 'file'));
}
