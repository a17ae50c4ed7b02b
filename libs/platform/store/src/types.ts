import type { mongo } from 'mongoose';

/** ISO-8601 UTC with milliseconds, for example `2021-03-12T08:00:00.000Z`; sorts as text. */
export type Instant = string;

/** Where the time comes from; injected everywhere. */
export interface Clock {
  now(): Date;
}

/** An event as it lies in its aggregate until the relay has published it. `id` is `${aggregateId}:${version}:${n}`. */
export interface StoredEvent<T = unknown> {
  readonly id: string;
  readonly type: string;
  readonly time: Instant;
  readonly correlationid?: string;
  readonly data: T;
}

/**
 * External work owed by an act, kept in the act's own write until it is moved to its queue. `id` is deterministic and
 * unique among the work of its aggregate.
 */
export interface WorkRequest<P = unknown> {
  readonly queue: string;
  readonly id: string;
  readonly time: Instant;
  readonly payload: P;
}

/** One document: state, history, outgoing events, owed work and the next deadline change in one write. */
export interface Aggregate<S, H = unknown> {
  readonly _id: string;
  readonly version: number;
  readonly state: S;
  readonly history: readonly H[];
  readonly pending: readonly StoredEvent[];
  readonly todo: readonly WorkRequest[];
  /** The earliest open clock; absent when nothing is owed. */
  readonly nextDueAt?: Instant;
  /** Written once with the aggregate: no update touches it or sends it again. */
  readonly content?: object;
  /** Hash of the id, 0..63: whose relay and timers serve it. */
  readonly shard: number;
  /** Time of the oldest event in `pending`; absent when there is none. */
  readonly pendingSince?: Instant;
  /** The same for `todo`. */
  readonly todoSince?: Instant;
  /** Tokens of the last writes: how a write whose answer was lost is recognised. */
  readonly writes: readonly string[];
}

/** A collection of aggregates, whatever their state: `store.collection<Aggregate<unknown>>('applications')`. */
export type AggregateCollection = mongo.Collection<Aggregate<unknown>>;

/** A new aggregate; it starts with version 1. */
export interface NewAggregate<S, H = unknown> {
  readonly _id: string;
  readonly state: S;
  readonly history?: readonly H[];
  readonly pending?: readonly StoredEvent[];
  readonly todo?: readonly WorkRequest[];
  readonly nextDueAt?: Instant;
  /** What never changes and may be large. */
  readonly content?: object;
}

/** What an update leaves behind: the whole new state, and what is added to history, events and work. */
export interface Next<S, H = unknown> {
  readonly state: S;
  readonly history?: readonly H[];
  readonly pending?: readonly StoredEvent[];
  readonly todo?: readonly WorkRequest[];
  /** Absent: no open clock is left. */
  readonly nextDueAt?: Instant;
}

export interface Created<S, H = unknown> {
  readonly aggregate: Aggregate<S, H>;
  /** True when the same content was there already: answer as the first time. */
  readonly replayed: boolean;
}

/** Writes to one collection inside the transaction of an inbox consumer; made by `bulk` or by `writes` of aggregates. */
export interface Writes {
  run(session: mongo.ClientSession): Promise<void>;
}
