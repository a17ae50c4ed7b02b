import { noFaults } from '@kyzmat/event-bus';
import type { Faults, Log } from '@kyzmat/event-bus';
import { servingIndex, shards as allShards } from './document.ts';
import type { Leases } from './leases.ts';
import { startLoop } from './loop.ts';
import type { Excuse, Loop } from './loop.ts';
import type { AggregateCollection, Clock, Instant } from './types.ts';

/** One entry of `pending` or `todo`, with the aggregate it lies in. */
export interface Taken<I> {
  readonly aggregateId: string;
  readonly item: I;
}

interface DrainOptions<I> {
  readonly name: string;
  readonly field: 'pending' | 'todo';
  readonly collection: AggregateCollection;
  readonly leases: Leases;
  readonly log: Log;
  readonly pollMs?: number;
  readonly faults?: Faults;
  /** Gives the entries away, in order; when it resolves they are cleared, when it throws they come again. */
  readonly deliver: (taken: readonly Taken<I>[], excuse: Excuse) => Promise<void>;
}

const maxDocuments = 500;
const maxItems = 500;
/**
 * Under traffic a round takes what has come in since the last: each costs a look past the entries cleared lately, which
 * the index keeps until the next checkpoint, so many small rounds would eat what grouped writes save.
 */
const gatherMs = 40;
/** What others write into our shards nobody tells us; while all shards are ours, every write of this process nudges. */
const besideOthersMs = 75;
const aloneMs = 500;

interface Row<I> {
  readonly _id: string;
  readonly items: readonly I[];
}

/**
 * Takes what lies in the aggregates of our shards, gives it away and then pulls exactly that, leaving the version alone.
 * A crash between giving and pulling gives twice, never not; one round at a time keeps the order of each aggregate.
 */
export function startDrain<I extends { readonly id: string }>(options: DrainOptions<I>): Loop {
  const { field, name, collection, leases, faults = noFaults } = options;
  const since = sinceOf(field);

  async function read(shards: readonly number[]): Promise<Row<I>[]> {
    return collection
      .find<Row<I>>({ shard: { $in: [...shards] }, [since]: { $exists: true } })
      .project<Row<I>>({ items: { $slice: [`$${field}`, maxItems] } })
      .sort({ [since]: 1 })
      .hint(servingIndex(since))
      .limit(maxDocuments)
      .toArray();
  }

  async function clear(rows: readonly Row<I>[], taken: readonly Taken<I>[]): Promise<void> {
    const ids = rows.map((each) => each._id);
    const gone = taken.map(({ item }) => item.id);
    const isGone = { $in: ['$$this.id', { $literal: gone }] };
    await collection.updateMany({ _id: { $in: ids } }, [
      { $set: { [field]: { $filter: { input: `$${field}`, cond: { $not: [isGone] } } } } },
      { $set: { [since]: { $ifNull: [{ $first: `$${field}.time` }, '$$REMOVE'] } } },
    ]);
  }

  let endedAt = -Infinity;
  async function step(excuse: Excuse): Promise<boolean> {
    const early = endedAt + gatherMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const full = await round(excuse);
    endedAt = full ? -Infinity : performance.now();
    // What is written meanwhile nudges.
    return full;
  }

  /** Whether there was more than a round takes. */
  async function round(excuse: Excuse): Promise<boolean> {
    const shards = leases.mine();
    if (shards.length === 0) return false;
    const rows = await read(shards);
    if (rows.length === 0) return false;
    const taken = takeItems(rows);
    await options.deliver(taken, excuse);
    await faults.at(`${name}.delivered`);
    await clear(rows, taken);
    await faults.at(`${name}.cleared`);
    return rows.length === maxDocuments || taken.length === maxItems;
  }

  const pollMs = options.pollMs ?? (() => (leases.mine().length === allShards ? aloneMs : besideOthersMs));
  return startLoop({ name, pollMs, log: options.log, step });
}

/** At most 500 entries, the oldest aggregates first; of each aggregate the first ones. */
function takeItems<I>(rows: readonly Row<I>[]): Taken<I>[] {
  const all = rows.flatMap(({ _id, items }) => items.map((item) => ({ aggregateId: _id, item })));
  return all.slice(0, maxItems);
}

/** Age in seconds of the oldest entry of all shards, 0 when there is none. */
export async function oldestSeconds(
  collection: AggregateCollection,
  field: 'pending' | 'todo',
  clock: Clock,
): Promise<number> {
  const since = sinceOf(field);
  const shard = { $in: Array.from({ length: allShards }, (_, n) => n) };
  const oldest = await collection
    .find({ shard, [since]: { $exists: true } })
    .project<Partial<Record<string, Instant>>>({ _id: 0, [since]: 1 })
    .sort({ [since]: 1 })
    .hint(servingIndex(since))
    .limit(1)
    .next();
  const time = oldest?.[since];
  return time === undefined ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(time)) / 1000);
}

function sinceOf(field: 'pending' | 'todo'): 'pendingSince' | 'todoSince' {
  return field === 'pending' ? 'pendingSince' : 'todoSince';
}
