import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import type { Aggregate, Instant, NewAggregate, Next, StoredEvent, WorkRequest } from './types.ts';

export const shards = 64;
/** Tokens kept: more writers than these in the moment of one lost answer are not to be expected. */
const keptTokens = 8;
const maxEvents = 100;
const maxEventLength = 64_000;

/** Which of the 64 shards serves this id (FNV-1a). */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % shards;
}

/** The index by which a shard is served; named in each query, for the planner may walk all ids instead. */
export function servingIndex(field: 'pendingSince' | 'todoSince' | 'nextDueAt'): Record<string, 1> {
  return { shard: 1, [field]: 1 };
}

/** Names one write for ever. */
export function newToken(): string {
  return new mongoose.mongo.ObjectId().toHexString();
}

/** The document of a new aggregate. Throws RangeError for events no broker would take. */
export function newDocument<S, H>(wanted: NewAggregate<S, H>, token: string): Aggregate<S, H> {
  const { _id, state, history = [], pending = [], todo = [], nextDueAt, content } = wanted;
  refuseTooMuch(_id, pending);
  return {
    _id,
    version: 1,
    shard: shardOf(_id),
    state,
    history,
    pending,
    todo,
    writes: [token],
    ...(content === undefined ? {} : { content }),
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    ...since(pending, todo),
  };
}

/** The one update that takes an aggregate from `expectedVersion` to the next. Throws RangeError like newDocument. */
export function updateOf<S, H>(
  expectedVersion: number,
  next: Next<S, H>,
  token: string,
): mongo.UpdateFilter<Aggregate<unknown>> {
  const { state, history = [], pending = [], todo = [], nextDueAt } = next;
  refuseTooMuch(String(expectedVersion), pending);
  return {
    $set: { state, version: expectedVersion + 1, ...(nextDueAt === undefined ? {} : { nextDueAt }) },
    ...(nextDueAt === undefined ? { $unset: { nextDueAt: '' } } : {}),
    $push: {
      history: { $each: [...history] },
      pending: { $each: [...pending] },
      todo: { $each: [...todo] },
      writes: { $each: [token], $slice: -keptTokens },
    },
    $min: since(pending, todo),
  };
}

/** The times by which relay and mover find the document; those of an earlier write stay when they are older. */
function since(
  pending: readonly StoredEvent[],
  todo: readonly WorkRequest[],
): { pendingSince?: Instant; todoSince?: Instant } {
  const [event, work] = [pending[0], todo[0]];
  return {
    ...(event === undefined ? {} : { pendingSince: event.time }),
    ...(work === undefined ? {} : { todoSince: work.time }),
  };
}

function refuseTooMuch(id: string, pending: readonly StoredEvent[]): void {
  const long = pending.find((event) => JSON.stringify(event).length > maxEventLength);
  if (long !== undefined) throw new RangeError(`Event ${long.id} is too long`);
  if (pending.length > maxEvents) throw new RangeError(`${pending.length} events in one write of ${id}`);
}
