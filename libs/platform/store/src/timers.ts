import type { Faults, Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Leases } from './leases.ts';
import type { Aggregate, Clock, Instant } from './types.ts';

export interface TimerOptions<S, H> {
  readonly collection: mongo.Collection<Aggregate<S, H>>;
  readonly leases: Leases;
  /** Only `nextDueAt` so far. */
  readonly dueField?: 'nextDueAt';
  /**
   * Gets aggregates whose deadline has come; decides again and updates each, which moves `nextDueAt`. Those it leaves
   * due, or throws for, come again later and later (1 s to 1 min).
   */
  readonly handle: (batch: readonly Aggregate<S, H>[], now: Instant) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Default 250 ms. */
  readonly pollMs?: number;
  /** Default 200. */
  readonly batchSize?: number;
  readonly faults?: Faults;
}

export interface Timers {
  nudge(): void;
  alive(): boolean;
  stop(): Promise<void>;
}

/** Fires the clocks of the shards we own. */
export function startTimers<S, H>(options: TimerOptions<S, H>): Timers {
  throw new Error(`Not ready: ${options.collection.collectionName}`);
}
