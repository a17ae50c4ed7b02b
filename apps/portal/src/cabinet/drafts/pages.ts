import { instant } from '@kyzmat/clock';
import type { Applications, Portal } from '@kyzmat/contracts';
import { answersFrom, fieldAt, type FieldError } from '@kyzmat/forms';
import { frameOf, one, pickText, postedFields, type Fields } from '@kyzmat/web';
import type { Express, Response } from 'express';
import { official } from '../../site/formats.ts';
import type { Site } from '../../site/site.ts';
import { readPosted } from '../posted.ts';
import { chosenFields, differences, showBoth, undecided } from './conflict.ts';
import { addressAfter, addressToGoOn, loadDraft, pageOf, typedOver, type LoadedDraft } from './load.ts';
import { visibility } from './page-view.ts';
import { withoutPart } from './rows.ts';
import { isStale, storePage } from './save.ts';
import { savedAt, showPage, type PageRequest } from './show.ts';

const address = '/cabinet/drafts/:id/pages/:page';

/** The pages of a form: one topic each, stored as posted, checked by the server; the script only asks sooner. */
export function pageRoutes(web: Express, site: Site): void {
  const { kit, kept } = site;

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
    const now = instant(kit.clock);
    const errors = checked ? loaded.service.form.checkPage(page.id, answers, { now }) : [];
    const adding = request.query['add'];
    showPage(site, request, response, loaded, {
      answers,
      errors,
      refilled: again !== undefined,
      ...(typeof adding === 'string' ? { adding } : {}),
    });
  });

  web.post(address, async (request, response) => {
    const folder = `/drafts/${encodeURIComponent(request.params.id)}/files`;
    const { fields, refused } = await readPosted(site, request, folder, ({ field, fileId }) => ({
      [`${field}.fileId`]: fileId,
    }));
    await store(request, response, fields, refused);
  });

  // Chosen between two answers: stored as any page, and asked again when yet another window was faster.
  web.post(`${address}/both`, async (request, response) => {
    const posted = postedFields(request.body);
    const loaded = await loadDraft(site, request, request.params.id);
    const { lang } = frameOf(response);
    const differing = differences(loaded, request.params.page, posted, official(lang));
    const newerStill = String(loaded.draft.version) !== one(posted, 'version');
    if (newerStill) showBoth(site, request, response, loaded, posted);
    else if (undecided(differing, posted).length > 0) showBoth(site, request, response, loaded, posted, true);
    else {
      const fields = chosenFields(loaded, request.params.page, posted);
      await store(request, response, { ...fields, version: one(posted, 'version') }, []);
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
    const answer: Portal['CheckAnswer'] = {
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
    const stored = await storeIfSame(request, response, postedFields(request.body));
    if ('newer' in stored) {
      response.status(409).json({ code: 'stale_version' });
      return;
    }
    const { savedAt: at, version } = stored.draft;
    const answer: Portal['AutosaveAnswer'] = { saved: savedAt(site, response, at), version: String(version) };
    response.json(answer);
  });

  /**
   * Stores a page. Saved elsewhere meanwhile with the same answers, another page of the draft, or a save whose answer was
   * lost on the way: nobody has anything to choose. Else gives the newer draft.
   */
  async function storeIfSame(
    request: PageRequest,
    response: Response,
    fields: Fields,
  ): Promise<Applications['DraftPageResult'] | { readonly newer: LoadedDraft }> {
    try {
      return await storePage(site, request, response, fields);
    } catch (error) {
      if (!isStale(error)) throw error;
      const newer = await loadDraft(site, request, request.params.id);
      const { lang } = frameOf(response);
      return differences(newer, request.params.page, fields, official(lang)).length > 0
        ? { newer }
        : storeIfSame(request, response, { ...fields, version: String(newer.draft.version) });
    }
  }

  async function store(
    request: PageRequest,
    response: Response,
    posted: Fields,
    refused: readonly FieldError[],
  ): Promise<void> {
    const [removed, added] = [one(posted, '_remove'), one(posted, '_add')];
    const fields = removed === '' ? posted : withoutPart(posted, removed);
    const loaded = await loadDraft(site, request, request.params.id);
    const stored = await storeIfSame(request, response, fields);
    if ('newer' in stored) {
      showBoth(site, request, response, stored.newer, fields);
      return;
    }
    const { draft, errors } = stored;
    const answers = answersFrom(draft.answers);
    const stays = removed !== '' || added !== '';
    const all = stays ? refused : [...refused, ...withoutRepeats(errors, refused)];
    if (one(posted, '_then') === 'exit' && refused.length === 0) response.redirect(303, '/cabinet');
    else if (all.length > 0) {
      showPage(site, request, response, { ...loaded, draft, answers }, { answers, errors: all }, 422);
    } else if (stays) response.redirect(303, samePage(request, removed, added));
    else if (request.query['to'] === 'check') response.redirect(303, `/cabinet/drafts/${draft.id}/check`);
    else response.redirect(303, addressAfter(loaded, answers, request.params.page));
  }
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
  const part = fieldAt(added === '' ? removed : added);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return `/cabinet/drafts/${id}/pages/${page}${search}#f-${encodeURIComponent(part)}`;
}
