import type { Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import { shardOf, shards as allShards } from './document.ts';
import { startLoop } from './loop.ts';
import type { Clock, Instant } from './types.ts';

/** A shard (`shard:7`) and who serves it until when, or a process that is here (`here:<owner>`). */
export interface LeaseDocument {
  readonly _id: string;
  readonly owner: string | null;
  /** Counts the owners a shard has had. */
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
  /** False when renewing hangs; for liveness. */
  alive(): boolean;
  /** Gives the shards back at once. */
  stop(): Promise<void>;
}

const nobody = new Date(0).toISOString();

/** Shares the shards fairly among the processes that are here; those of a process that died pass on after the ttl. */
export function startLeases(options: LeaseOptions): Leases {
  const { collection, owner, clock } = options;
  const { shards = allShards, ttlMs = 6000 } = options;
  const ids = Array.from({ length: shards }, (_, shard) => `shard:${shard}`);
  const presence = `here:${owner}`;
  let held: { readonly shards: readonly number[]; readonly until: number } = { shards: [], until: 0 };
  let prepared = false;

  async function prepare(): Promise<void> {
    await collection.bulkWrite(
      ids.map((_id) => ({
        updateOne: {
          filter: { _id },
          update: { $setOnInsert: { owner: null, epoch: 0, expiresAt: nobody } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
    prepared = true;
  }

  async function renew(): Promise<void> {
    if (!prepared) await prepare();
    // Our own reckoning starts before the question, so it ends before the database's.
    const now = clock.now().getTime();
    const [at, expiresAt] = [instant(now), instant(now + ttlMs)];
    await collection.updateOne({ _id: presence }, { $set: { owner, epoch: 0, expiresAt } }, { upsert: true });
    await collection.updateMany({ _id: { $in: ids }, owner }, { $set: { expiresAt } });
    await collection.deleteMany({ _id: /^here:/, expiresAt: { $lte: instant(now - 10 * ttlMs) } });
    const all = await collection.find().toArray();
    const share = fairShare(all, owner, shards, at);
    await give(share.surplus);
    const taken = await take(share.wanted, at, expiresAt);
    held = { shards: [...share.kept, ...taken].map(numberOf).sort((a, b) => a - b), until: now + ttlMs };
  }

  async function give(surplus: readonly string[]): Promise<void> {
    if (surplus.length === 0) return;
    const kept = held.shards.filter((shard) => !surplus.includes(`shard:${shard}`));
    held = { shards: kept, until: held.until };
    await collection.updateMany(
      { _id: { $in: [...surplus] }, owner },
      { $set: { owner: null, expiresAt: nobody } },
    );
  }

  async function take(wanted: readonly string[], now: Instant, expiresAt: Instant): Promise<string[]> {
    if (wanted.length === 0) return [];
    const free = { $or: [{ owner: null }, { expiresAt: { $lte: now } }] };
    const change = { $set: { owner, expiresAt }, $inc: { epoch: 1 } };
    await collection.updateMany({ _id: { $in: [...wanted] }, ...free }, change);
    const ours = await collection.find({ _id: { $in: [...wanted] }, owner }).toArray();
    return ours.map((each) => each._id);
  }

  const loop = startLoop({
    name: 'leases',
    pollMs: ttlMs / 3,
    log: options.log,
    step: async () => {
      await renew();
      return false;
    },
  });

  return {
    mine: () => (clock.now().getTime() < held.until ? held.shards : []),
    renew,
    alive: () => loop.alive(),
    async stop() {
      await loop.stop();
      held = { shards: [], until: 0 };
      try {
        await collection.updateMany(
          { _id: { $in: ids }, owner },
          { $set: { owner: null, expiresAt: nobody } },
        );
        await collection.deleteOne({ _id: presence });
      } catch {
        options.log.warn({ owner }, 'leases not given back, they will expire');
      }
    },
  };
}

/** What one owner keeps, gives back and may claim, so that all who are here have the same number, give or take one. */
export function fairShare(
  all: readonly LeaseDocument[],
  owner: string,
  shards: number,
  now: Instant,
): { kept: string[]; surplus: string[]; wanted: string[] } {
  const here = all.filter((each) => each._id.startsWith('here:') && each.expiresAt > now);
  const leases = all
    .filter((each) => each._id.startsWith('shard:'))
    .sort((a, b) => numberOf(a._id) - numberOf(b._id));
  const share = Math.ceil(shards / Math.max(1, here.length));
  const mine = leases.filter((each) => each.owner === owner).map((each) => each._id);
  const free = leases.filter(
    (each) => each.owner === null || (each.owner !== owner && each.expiresAt <= now),
  );
  // Each begins at a place of its own, so that those who start together do not all want the same.
  const begin = free.length === 0 ? 0 : shardOf(owner) % free.length;
  const turned = [...free.slice(begin), ...free.slice(0, begin)].map((each) => each._id);
  return {
    kept: mine.slice(0, share),
    surplus: mine.slice(share),
    wanted: turned.slice(0, Math.max(0, share - mine.length)),
  };
}

function numberOf(id: string): number {
  return Number(id.slice(id.indexOf(':') + 1));
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
