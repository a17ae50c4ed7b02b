import type { Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Clock, Instant } from './types.ts';

export interface LeaseDocument {
  readonly _id: string;
  readonly owner: string | null;
  readonly epoch: number;
  readonly expiresAt: Instant;
}

export interface LeaseOptions {
  readonly collection: mongo.Collection<LeaseDocument>;
  /** A name for this process, unique for its life. */
  readonly owner: string;
  /** Default 64. */
  readonly shards?: number;
  /** Default 6 s; renewed every third of it. */
  readonly ttlMs?: number;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Leases {
  /** Shards this process may serve at this moment. Overlap after a pause of the process is possible and harmless. */
  mine(): readonly number[];
  /** Claims and renews at once; the loop does it by itself. */
  renew(): Promise<void>;
  /** Gives the shards back at once. */
  stop(): Promise<void>;
}

/** Shares the shards fairly among the live owners. */
export function startLeases(options: LeaseOptions): Leases {
  throw new Error(`Not ready: ${options.owner}`);
}
