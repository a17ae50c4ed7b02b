import type { CloudEvent, EventBus, Faults, Log, Origin, Received } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Store } from './connect.ts';
import type { Clock, Instant, Writes } from './types.ts';

/** Events of one key (aggregate) of one topic, in order, none of them applied before. */
export interface KeyEvents {
  readonly topic: string;
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
  /** Whether an event says anything to this group; default: each does. What doesn't is passed by, without a trace. */
  readonly concerns?: (event: CloudEvent) => boolean;
  readonly fold: Fold;
  readonly clock: Clock;
  readonly log: Log;
  /** After a commit: nudge relays whose aggregates the fold writes. */
  readonly onCommitted?: () => void;
  /** How long an applied event is remembered; longer than topics keep it; default 30 days. */
  readonly rememberDays?: number;
  /** Points: `inbox.folded` (before the writes), `inbox.committed` (before the offsets). */
  readonly faults?: Faults;
}

/** A key that failed; later events of it wait behind the first. */
export interface Parked {
  readonly _id: string;
  readonly group: string;
  readonly topic: string;
  readonly key: string;
  readonly since: Instant;
  readonly error: string;
  /** Changed by all who add or take letters, so that they exclude each other. */
  readonly touched: number;
}

/** A message set aside, with all that is needed to play it again under its own id. */
export interface DeadLetter {
  readonly _id: string;
  readonly group: string;
  readonly origin: Origin;
  /** Under which it is parked: the message's key, or its place when it has none. */
  readonly key: string;
  /** The offset as a number, for the order. */
  readonly position: number;
  readonly value: string;
  readonly eventId: string | null;
  /** Null for a message that only waits behind a failed one. */
  readonly error: string | null;
  readonly attempts: number;
  readonly parkedAt: Instant;
  /** Why a person decided that it is never applied. */
  readonly discarded?: { readonly at: Instant; readonly reason: string };
}

export interface InboxRow {
  readonly _id: string;
  readonly at: Date;
}

export interface Inbox {
  /** Resolves when the group has been joined for the first time. */
  joined(): Promise<void>;
  alive(): boolean;
  /** Keys that stand still, oldest first, at most 1000: for the alert and the operator. */
  parked(): Promise<readonly Parked[]>;
  /** Letters of a key in the order in which they will be played. */
  letters(topic: string, key: string): Promise<readonly DeadLetter[]>;
  /** Plays the letters of a key again, in order, stopping at the first that fails again. */
  replay(topic: string, key: string): Promise<Replayed>;
  /** Takes a letter out of the order for good; it stays on record with the reason. */
  discard(letterId: string, reason: string): Promise<boolean>;
  stop(): Promise<void>;
}

export interface Replayed {
  readonly applied: number;
  readonly left: number;
}

/** Messages of one key, in order. */
export interface KeyMessages {
  readonly topic: string;
  readonly key: string;
  readonly messages: readonly Received[];
}
