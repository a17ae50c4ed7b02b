import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import { StaleVersion } from '@kyzmat/store';
import { save, serviceOf } from './page.ts';
import type { DraftParts } from './routes.ts';
import { movedTo } from './service-change.ts';
import type { Draft } from './store.ts';
import { draftView } from './view.ts';

/**
 * The person has seen what a new version of the service changes and goes on with it: every answer stays, those that no
 * question asks for any more count no longer.
 */
export async function moveOn(parts: DraftParts, draft: Draft, seen: number): Promise<Applications['Draft']> {
  const { kit, catalogue, drafts } = parts;
  const [before, after] = await Promise.all([
    serviceOf(parts, draft),
    catalogue.current(draft.state.serviceCode),
  ]);
  try {
    if (draft.version !== seen) throw new StaleVersion(draft._id, seen);
    const state = { ...movedTo(draft.state, before, after), savedAt: instant(kit.clock) };
    return await draftView(parts, await save(parts, draft, state), after);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    const newer = (await drafts.load(draft._id)) ?? draft;
    throw new Problem(409, 'stale_version', 'The draft was saved elsewhere meanwhile.', {
      current: await draftView(parts, newer, await serviceOf(parts, newer)),
    });
  }
}
