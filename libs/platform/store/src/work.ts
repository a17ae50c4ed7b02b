import type { Faults, Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Store } from './connect.ts';
import type { Leases } from './leases.ts';
import type { Aggregate, Clock, Instant, WorkRequest, Writes } from './types.ts';

export interface WorkItem<P> {
  readonly _id: string;
  readonly payload: P;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Also the end of a lease while a worker has it. */
  readonly nextAttemptAt: Instant;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Instant;
  readonly doneAt: Date | null;
  readonly token: string | null;
}

export interface WorkerOptions<P> {
  /** The external call; must carry the item's id as its idempotency key, for it may run twice. Throw to try later. */
  readonly handle: (item: WorkItem<P>) => Promise<void>;
  readonly log: Log;
  /** Calls at the same time; default 8. */
  readonly concurrency?: number;
  /** Longer than a call may take; default 60 s. */
  readonly leaseMs?: number;
  /** Milliseconds until the next try; default 1 s doubled to 5 min. */
  readonly backoffMs?: (attempts: number) => number;
  /** Then `failed`, for a person to look at; default: never. */
  readonly maxAttempts?: number;
  readonly pollMs?: number;
  readonly faults?: Faults;
}

export interface Worker {
  nudge(): void;
  alive(): boolean;
  stop(): Promise<void>;
}

export interface WorkItems<P> {
  ensureIndexes(): Promise<void>;
  /** Adds an item once; the same id again changes nothing. */
  put(id: string, payload: P, notBefore?: Instant): Promise<void>;
  /** The same as an operation for the transaction of an inbox consumer. */
  putWrite(id: string, payload: P, notBefore?: Instant): Writes;
  get(id: string): Promise<WorkItem<P> | undefined>;
  /** How many wait, how many failed, age of the oldest overdue in seconds: for the metric. */
  backlog(): Promise<{ readonly waiting: number; readonly failed: number; readonly oldestSeconds: number }>;
  /** A failed item goes back to waiting. */
  retry(id: string): Promise<boolean>;
  startWorker(options: WorkerOptions<P>): Worker;
}

/** A small durable queue for calls to the outside (e-payment, document systems, mail). */
export function workItems<P>(store: Store, name: string, options: { readonly clock: Clock }): WorkItems<P> {
  throw new Error(`Not ready: ${name} ${store.connection.name} ${options.clock.now().toISOString()}`);
}

export interface WorkMoverOptions<S, H> {
  readonly collection: mongo.Collection<Aggregate<S, H>>;
  readonly leases: Leases;
  readonly queues: ReadonlyMap<
    string,
    { put(id: string, payload: WorkRequest['payload']): Promise<void>; nudge(): void }
  >;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollMs?: number;
  readonly faults?: Faults;
}

/** Moves `todo` of aggregates to their queues; independent of Kafka. */
export function startWorkMover<S, H>(options: WorkMoverOptions<S, H>): Worker {
  throw new Error(`Not ready: ${options.collection.collectionName}`);
}
