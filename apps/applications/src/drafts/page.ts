import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import {
  fieldAt,
  type Answers,
  type CompiledForm,
  type FieldError,
  type Page,
  type RawBody,
} from '@kyzmat/forms';
import { notFound } from '@kyzmat/http';
import type { StoredFile } from '../attachments/store.ts';
import { infectedErrors } from '../attachments/verdicts.ts';
import type { Service } from '../catalogue/catalogue.ts';
import type { DraftParts } from './parts.ts';
import { save } from './save.ts';
import { movedTo } from './service-change.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView } from './view.ts';

interface PostedPage {
  readonly version: number;
  readonly fields: RawBody;
  readonly language?: DraftState['language'];
}

/**
 * Stores a page as it was posted, right or wrong (P573-27d), then says what is wrong with it (P573-26a). Throws Problem
 * `stale_version` when the draft was saved elsewhere meanwhile.
 */
export async function savePage(
  parts: DraftParts,
  draft: Draft,
  pageId: string,
  posted: PostedPage,
): Promise<Applications['DraftPageResult']> {
  const { kit, catalogue } = parts;
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
  const saved = await save(parts, draft, posted.version, state);
  return {
    draft: await draftView(parts, saved, service, files),
    errors,
    dropped: [...form.dropHidden(answers).dropped],
  };
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

/** Viruses found in files of this page. */
function infectedOn(
  form: CompiledForm,
  page: Page,
  answers: Answers,
  files: readonly StoredFile[],
): readonly FieldError[] {
  const own = new Set(page.fields.map(({ id }) => id));
  return infectedErrors(form, answers, files).filter(({ field }) => own.has(fieldAt(field)));
}
