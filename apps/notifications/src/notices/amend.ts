import { StaleVersion, type Aggregate, type Aggregates, type Next } from '@kyzmat/store';
import type { NoticeState } from './notice.ts';

/**
 * Changes a notice, deciding again on what it has become when somebody was faster. `change` gives nothing when there is
 * nothing to change. Resolves with the state that stands.
 */
export async function amend(
  aggregates: Aggregates<NoticeState>,
  notice: Aggregate<NoticeState>,
  change: (notice: Aggregate<NoticeState>) => Next<NoticeState> | undefined,
): Promise<NoticeState> {
  for (let current = notice; ;) {
    const next = change(current);
    if (next === undefined) return current.state;
    try {
      await aggregates.update(current._id, current.version, next);
      return next.state;
    } catch (error) {
      const newer = error instanceof StaleVersion ? await aggregates.load(current._id) : undefined;
      if (newer === undefined) throw error;
      current = newer;
    }
  }
}
