import type { Aggregate, AggregateCollection } from './types.ts';

/** How long a write is tried again while the database is away. */
export const retryForMs = 10_000;

/** What a majority has: only that may be confirmed to anybody. */
export function loadConfirmed<S, H>(
  collection: AggregateCollection,
  id: string,
): Promise<Aggregate<S, H> | null> {
  return collection.findOne<Aggregate<S, H>>(
    { _id: id },
    { readConcern: 'majority', readPreference: 'primary' },
  );
}
