import type { EventBus, Faults, Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Leases } from './leases.ts';
import type { Aggregate, Clock, StoredEvent } from './types.ts';

export interface RelayOptions<S, H> {
  readonly collection: mongo.Collection<Aggregate<S, H>>;
  readonly bus: EventBus;
  /** CloudEvents source, for example `/kyzmat/applications`. */
  readonly source: string;
  readonly topicOf: (event: StoredEvent, aggregateId: string) => string;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Log;
  /** Default 75 ms. */
  readonly pollMs?: number;
  readonly faults?: Faults;
}

export interface Relay {
  /** Look now: called after a write of this process. */
  nudge(): void;
  /** Age in seconds of the oldest event not yet published; 0 when none. For the metric and the alert. */
  oldestPendingSeconds(): Promise<number>;
  /** False when the loop no longer turns; for liveness. */
  alive(): boolean;
  stop(): Promise<void>;
}

/** Publishes pending events of the shards we own, in order per aggregate, at least once, and clears what is published. */
export function startRelay<S, H>(options: RelayOptions<S, H>): Relay {
  throw new Error(`Not ready: ${options.source}`);
}
