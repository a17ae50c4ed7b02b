import { StaleVersion, type Aggregate, type Aggregates, type Next } from '@kyzmat/store';

/**
 * Changes an aggregate, deciding again on what it has become when somebody was faster. `change` gives nothing when there is
 * nothing to change. Resolves with the state that stands.
 */
export async function amend<S>(
  aggregates: Aggregates<S>,
  found: Aggregate<S>,
  change: (current: Aggregate<S>) => Next<S> | undefined,
): Promise<S> {
  for (let current = found; ;) {
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
