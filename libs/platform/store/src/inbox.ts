import type { CloudEvent, EventBus, Faults, Log, Origin } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Store } from './connect.ts';
import type { Clock, Instant, Writes } from './types.ts';

/** Events of one key (aggregate), in order, none of them applied before. */
export interface KeyEvents {
  readonly key: string;
  readonly events: readonly CloudEvent[];
}

/**
 * Turns events into writes; runs inside the transaction, reads with `session`, changes nothing itself and may be called
 * again with the same or with fewer keys. Throw DependencyDown to wait; any other error is the key's own fault.
 */
export type Fold = (keys: readonly KeyEvents[], session: mongo.ClientSession) => Promise<readonly Writes[]>;

export interface InboxOptions {
  readonly bus: EventBus;
  readonly store: Store;
  readonly group: string;
  readonly topics: readonly string[];
  readonly fold: Fold;
  readonly clock: Clock;
  readonly log: Log;
  /** After a commit: nudge relays whose aggregates the fold writes. */
  readonly onCommitted?: () => void;
  /** How long an applied event is remembered; longer than topics keep it; default 30 days. */
  readonly rememberDays?: number;
  readonly faults?: Faults;
}

/** A key that failed; later events of it wait behind the first. */
export interface Parked {
  readonly topic: string;
  readonly key: string;
  readonly since: Instant;
  readonly letters: number;
  readonly error: string;
}

/** A message set aside, with all that is needed to play it again under its own id. */
export interface DeadLetter {
  readonly _id: string;
  readonly group: string;
  readonly origin: Origin;
  readonly value: string;
  readonly eventId: string | null;
  /** Null for a message that only waits behind a failed one. */
  readonly error: string | null;
  readonly attempts: number;
  readonly parkedAt: Instant;
}

export interface Inbox {
  joined(): Promise<void>;
  alive(): boolean;
  parked(): Promise<readonly Parked[]>;
  /** Plays the letters of a key again, in order, stopping at the first that fails again. */
  replay(topic: string, key: string): Promise<{ readonly applied: number; readonly left: number }>;
  stop(): Promise<void>;
}

/** Applies events to the store exactly once in effect: inbox rows and writes in one transaction, offsets after. */
export function consumeIntoStore(options: InboxOptions): Promise<Inbox> {
  return Promise.reject(new Error(`Not ready: ${options.group}`));
}
