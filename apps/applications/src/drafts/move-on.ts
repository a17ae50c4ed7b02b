import { instant } from '@kyzmat/clock';
import type { Applications } from '@kyzmat/contracts';
import type { DraftParts } from './parts.ts';
import { save, serviceOf } from './save.ts';
import { movedTo } from './service-change.ts';
import type { Draft } from './store.ts';
import { draftView } from './view.ts';

/**
 * The person has seen what a new version of the service changes and goes on with it: every answer stays, those that no
 * question asks for any more count no longer. Throws Problem `stale_version`.
 */
export async function moveOn(parts: DraftParts, draft: Draft, seen: number): Promise<Applications['Draft']> {
  const { kit, catalogue } = parts;
  const [before, after] = await Promise.all([
    serviceOf(parts, draft),
    catalogue.current(draft.state.serviceCode),
  ]);
  const state = { ...movedTo(draft.state, before, after), savedAt: instant(kit.clock) };
  return draftView(parts, await save(parts, draft, seen, state), after);
}
