import { Problem } from '@kyzmat/http';
import { StaleVersion } from '@kyzmat/store';
import type { Service } from '../catalogue/catalogue.ts';
import { draftMoments } from '../retention/policy.ts';
import type { DraftParts } from './parts.ts';
import type { Draft, DraftState } from './store.ts';
import { draftView } from './view.ts';

/** The version of its service that a draft is filled in by. */
export function serviceOf({ catalogue }: Pick<DraftParts, 'catalogue'>, { state }: Draft): Promise<Service> {
  return catalogue.version(state.serviceCode, state.serviceVersion);
}

/**
 * Stores a draft saved now; its three months begin anew (P573-27f). When it was saved elsewhere since its person saw the
 * version `seen`, nothing is overwritten: Problem `stale_version` (409) with the newer draft beside.
 */
export async function save(parts: DraftParts, draft: Draft, seen: number, state: DraftState): Promise<Draft> {
  const { calendars, drafts } = parts;
  const { remindAt } = draftMoments(state.savedAt, await calendars.current());
  try {
    if (draft.version !== seen) throw new StaleVersion(draft._id, seen);
    const version = await drafts.update(draft._id, seen, { state, nextDueAt: remindAt });
    return { ...draft, state, version };
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    const newer = (await drafts.load(draft._id)) ?? draft;
    throw new Problem(409, 'stale_version', 'The draft was saved elsewhere meanwhile.', {
      current: await draftView(parts, newer, await serviceOf(parts, newer)),
    });
  }
}
