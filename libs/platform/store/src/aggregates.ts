import type { mongo } from 'mongoose';
import type { Aggregate, Created, NewAggregate, Next, Writes } from './types.ts';

export interface Aggregates<S, H = unknown> {
  /** Makes the indexes of relay, work and timers. */
  ensureIndexes(): Promise<void>;
  /**
   * Stores a new aggregate through the group committer; resolves when a majority has it on disk. An aggregate with the
   * same id is a replay when `sameContent` says so. Throws Conflict, Overloaded, DependencyDown.
   */
  create(
    wanted: NewAggregate<S, H>,
    sameContent: (existing: Aggregate<S, H>) => boolean,
  ): Promise<Created<S, H>>;
  /** Newest committed document; loads asked for in one tick are read together. */
  load(id: string): Promise<Aggregate<S, H> | undefined>;
  /** Several at once, also inside a transaction. */
  loadMany(
    ids: readonly string[],
    session?: mongo.ClientSession,
  ): Promise<ReadonlyMap<string, Aggregate<S, H>>>;
  /** One guarded write; resolves with the new version. Throws StaleVersion, DependencyDown. */
  update(id: string, expectedVersion: number, next: Next<S, H>): Promise<number>;
  /** The same writes for the transaction of an inbox consumer. */
  createWrite(wanted: NewAggregate<S, H>): Writes;
  updateWrite(id: string, expectedVersion: number, next: Next<S, H>): Writes;
  /** Called after each acknowledged write: nudges relay and workers of this process. */
  onWritten(listener: () => void): void;
  /** Refuses new creates, waits for those accepted. */
  stop(): Promise<void>;
}

export interface AggregatesOptions {
  /** Documents a group takes at most; default 200. */
  readonly maxBatch?: number;
  /** Groups written at the same time; default 2. */
  readonly inFlight?: number;
  /** Creates that may wait; more throw Overloaded; default 2000. */
  readonly maxQueue?: number;
  /** How long a write is retried while the database is away; default 10 s. */
  readonly retryForMs?: number;
}

/** Aggregates of one collection. */
export function createAggregates<S, H = unknown>(
  collection: mongo.Collection<Aggregate<S, H>>,
  options?: AggregatesOptions,
): Aggregates<S, H> {
  throw new Error(`Not ready: ${collection.collectionName} ${options?.maxBatch ?? ''}`);
}

/** Which of the 64 shards serves this id (FNV-1a). */
export function shardOf(id: string): number {
  return id.length % 64;
}
