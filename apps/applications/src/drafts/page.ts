import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import type { CompiledForm, FileValue, Page, RawBody } from '@kyzmat/forms';
import { notFound, Problem } from '@kyzmat/http';
import { StaleVersion } from '@kyzmat/store';
import type { Service } from '../catalogue/catalogue.ts';
import type { DraftParts } from './routes.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView } from './view.ts';

export interface PostedPage {
  readonly version: number;
  readonly fields: RawBody;
  readonly language?: DraftState['language'];
}

/**
 * Stores a page as it was posted, right or wrong (P573-27d), then says what is wrong with it (P573-26a). When the draft
 * was saved elsewhere meanwhile nothing is overwritten: 409 with the newer draft beside.
 */
export async function savePage(
  parts: DraftParts,
  draft: Draft,
  pageId: string,
  posted: PostedPage,
): Promise<Applications['DraftPageResult']> {
  const { kit, calendars, drafts } = parts;
  const service = await serviceFor(parts, draft);
  const { form } = service;
  const page = pageOf(form, pageId);
  const files = await filesFor(parts, page, draft._id);
  const answers = { ...draft.state.answers, ...form.parsePage(pageId, posted.fields, files).values };
  const errors = form.checkPage(pageId, answers, { now: instant(kit.clock) });

  const others = draft.state.completedPages.filter((id) => id !== pageId);
  const state: DraftState = {
    ...draft.state,
    serviceVersion: service.version,
    language: posted.language ?? draft.state.language,
    answers,
    completedPages: errors.length === 0 ? [...others, pageId] : others,
    savedAt: instant(kit.clock),
  };
  const calendar = await calendars.current();
  const { title } = service.definition.service;
  try {
    if (draft.version !== posted.version) throw new StaleVersion(draft._id, posted.version);
    const version = await drafts.update(draft._id, draft.version, { state });
    return {
      draft: draftView({ ...draft, state, version }, title, calendar),
      errors,
      dropped: [...form.dropHidden(answers).dropped],
    };
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    const newer = (await drafts.load(draft._id)) ?? draft;
    throw new Problem(409, 'stale_version', 'The draft was saved elsewhere meanwhile.', {
      current: draftView(newer, title, calendar),
    });
  }
}

/** A draft moves on to the version in force when it is saved; where none can be had it stays with its own. */
async function serviceFor({ catalogue }: DraftParts, { state }: Draft): Promise<Service> {
  return catalogue
    .current(state.serviceCode)
    .catch(() => catalogue.version(state.serviceCode, state.serviceVersion));
}

export function pageOf(form: CompiledForm, pageId: string): Page {
  const page = form.definition.pages.find(({ id }) => id === pageId);
  if (page === undefined) throw notFound('The form has no such page.');
  return page;
}

/** Asked for only when the page has a place for a file. */
export async function filesFor(
  { filesOf }: DraftParts,
  page: Page,
  draftId: string,
): Promise<readonly FileValue[]> {
  const fields = page.fields.flatMap((field) => (field.type === 'group' ? field.fields : [field]));
  return fields.some(({ type }) => type === 'file') ? filesOf(draftId) : [];
}
