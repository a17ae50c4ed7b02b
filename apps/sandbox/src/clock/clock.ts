import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@kyzmat/store';

/** The demo clock: how far legal time is ahead of real time, in milliseconds. Kept over restarts. */
export interface DemoTime {
  offsetMs(): Promise<number>;
  /** What time it is by law, as an instant. */
  now(): Promise<string>;
  /** Moves it; resolves when every process that follows has made the jump, or has been silent for seconds. */
  move(byMs: number): Promise<void>;
  reset(): Promise<void>;
  /** A process says by how much it is ahead; resolves with what is right now, at the latest after a second. */
  follow(by: string, offsetMs: number): Promise<number>;
}

interface StoredOffset {
  readonly _id: 'clock';
  readonly offsetMs: number;
}
interface Follower {
  readonly offsetMs: number;
  readonly seenAt: number;
}

const holdMs = 1000;
/** Who has not asked for so long is no longer there. */
const silentMs = 3000;
const lookEveryMs = 5;

export function openClock(store: Store): DemoTime {
  const collection = store.collection<StoredOffset>('clock');
  const followers = new Map<string, Follower>();
  let jumped = new AbortController();
  const read = async (): Promise<number> => (await collection.findOne({ _id: 'clock' }))?.offsetMs ?? 0;

  async function change(update: object): Promise<void> {
    await collection.updateOne({ _id: 'clock' }, update, { upsert: true });
    const before = jumped;
    jumped = new AbortController();
    before.abort();
    await everybodyFollows(await read());
  }
  async function everybodyFollows(offsetMs: number): Promise<void> {
    const isBehind = (follower: Follower): boolean =>
      follower.offsetMs !== offsetMs && performance.now() - follower.seenAt < silentMs;
    while ([...followers.values()].some(isBehind)) await sleep(lookEveryMs);
  }

  return {
    offsetMs: read,
    now: async () => new Date(Date.now() + (await read())).toISOString(),
    move: (byMs) => change({ $inc: { offsetMs: byMs } }),
    reset: () => change({ $set: { offsetMs: 0 } }),
    async follow(by, offsetMs) {
      followers.set(by, { offsetMs, seenAt: performance.now() });
      const { signal } = jumped;
      const now = await read();
      if (now !== offsetMs) return now;
      // Until the jump, or until the time is up: both are an answer.
      await sleep(holdMs, undefined, { signal, ref: false }).catch(() => undefined);
      return read();
    },
  };
}
