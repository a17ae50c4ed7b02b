import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import type { Answers, CompiledForm, FieldError, Page, RawBody } from '@kyzmat/forms';
import { notFound, Problem } from '@kyzmat/http';
import { StaleVersion } from '@kyzmat/store';
import type { StoredFile } from '../attachments/store.ts';
import { infectedErrors } from '../attachments/verdicts.ts';
import type { Service } from '../catalogue/catalogue.ts';
import { draftMoments } from '../retention/policy.ts';
import type { DraftParts } from './routes.ts';
import { movedTo } from './service-change.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView } from './view.ts';

interface PostedPage {
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
  const { kit, catalogue, drafts } = parts;
  const { serviceCode, serviceVersion } = draft.state;
  const service = await serviceFor(parts, draft);
  const { form } = service;
  const page = pageOf(form, pageId);
  const files = await parts.filesOf(draft._id);
  const answers = { ...draft.state.answers, ...form.parsePage(pageId, posted.fields, files).values };
  const now = instant(kit.clock);
  const errors = [...form.checkPage(pageId, answers, { now }), ...infectedOn(form, page, answers, files)];

  const moved = movedTo(draft.state, await catalogue.version(serviceCode, serviceVersion), service);
  const others = moved.completedPages.filter((id) => id !== pageId);
  const state: DraftState = {
    ...moved,
    language: posted.language ?? draft.state.language,
    answers,
    completedPages: errors.length === 0 ? [...others, pageId] : others,
    savedAt: now,
  };
  try {
    if (draft.version !== posted.version) throw new StaleVersion(draft._id, posted.version);
    const saved = await save(parts, draft, state);
    return {
      draft: await draftView(parts, saved, service, files),
      errors,
      dropped: [...form.dropHidden(answers).dropped],
    };
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    const newer = (await drafts.load(draft._id)) ?? draft;
    throw new Problem(409, 'stale_version', 'The draft was saved elsewhere meanwhile.', {
      current: await draftView(parts, newer, await serviceOf(parts, newer)),
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

/** The version a draft is filled in by. */
export function serviceOf({ catalogue }: Pick<DraftParts, 'catalogue'>, { state }: Draft): Promise<Service> {
  return catalogue.version(state.serviceCode, state.serviceVersion);
}

/** Stores a draft saved now; its three months begin anew (P573-27f). Throws StaleVersion. */
export async function save(
  { calendars, drafts }: DraftParts,
  draft: Draft,
  state: DraftState,
): Promise<Draft> {
  const { remindAt } = draftMoments(state.savedAt, await calendars.current());
  const version = await drafts.update(draft._id, draft.version, { state, nextDueAt: remindAt });
  return { ...draft, state, version };
}

/** Viruses found in files of this page. */
function infectedOn(
  form: CompiledForm,
  page: Page,
  answers: Answers,
  files: readonly StoredFile[],
): readonly FieldError[] {
  const own = new Set(page.fields.map(({ id }) => id));
  return infectedErrors(form, answers, files).filter(({ field }) => own.has(field.split('[')[0] ?? ''));
}
