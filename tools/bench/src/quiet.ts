import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { memberOf } from './members.ts';
import type { Platform } from './platform.ts';

const lookEveryMs = 1000;
/** Leases and sessions of an idle platform write less than this in a second. */
const idleWrites = 40;
const patienceMs = 60_000;

/** Resolves when the platform has done all that follows from what was submitted: its database rests. */
export async function untilQuiet({ mongodbUri }: Platform): Promise<void> {
  const client = await mongo.MongoClient.connect(mongodbUri);
  try {
    const end = performance.now() + patienceMs;
    for (let before = await writes(client); performance.now() < end;) {
      await wait(lookEveryMs);
      const now = await writes(client);
      if (now - before < idleWrites) return;
      before = now;
    }
    throw new Error('The platform does not come to rest');
  } finally {
    await client.close();
  }
}

async function writes(client: mongo.MongoClient): Promise<number> {
  const status: unknown = await client.db('admin').command({ serverStatus: 1 });
  const counters = memberOf(status, 'opcounters');
  return ['insert', 'update', 'delete'].reduce((sum, name) => sum + Number(memberOf(counters, name)), 0);
}
