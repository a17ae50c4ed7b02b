import { DependencyDown, noFaults } from '@kyzmat/event-bus';
import type { Faults, Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import { newToken } from './document.ts';
import { gather } from './gather.ts';
import { startLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { Clock } from './types.ts';
import type { WorkItem } from './work.ts';

export interface WorkerOptions<P> {
  /**
   * The call to the outside; it must carry the item's id as its idempotency key, for it may run twice. Throw to try
   * later; DependencyDown does not count as an attempt.
   */
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
  /** Default 500 ms; what is put by this process is taken at once. */
  readonly pollMs?: number;
  /** Point: `work.handled` (call made, not recorded yet). */
  readonly faults?: Faults;
}

export type Worker = Loop;

/** What waits at the same time is claimed together: a claim costs the database as much for one item as for many. */
const gatherMs = 50;

interface Ended {
  readonly item: WorkItem<unknown>;
  readonly end: Partial<WorkItem<unknown>>;
  readonly resolve: () => void;
}

/** Takes waiting items under a lease, a few at a time, and records how each ended. */
export function startWorker<P>(
  collection: mongo.Collection<WorkItem<unknown>>,
  name: string,
  clock: Clock,
  options: WorkerOptions<P>,
): Worker {
  const { concurrency = 8, leaseMs = 60_000, backoffMs = doubled, faults = noFaults } = options;
  const running = new Set<Promise<void>>();
  const after = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();

  async function claim(limit: number): Promise<WorkItem<P>[]> {
    const open = { state: 'waiting', nextAttemptAt: { $lte: after(0) } } as const;
    const found = await collection
      .find(open)
      .project<{ _id: string }>({ _id: 1 })
      .sort({ nextAttemptAt: 1 })
      .limit(limit)
      .toArray();
    if (found.length === 0) return [];
    const token = newToken();
    const ids = { $in: found.map((each) => each._id) };
    const change = { $set: { token, nextAttemptAt: after(leaseMs) }, $inc: { attempts: 1 } };
    await collection.updateMany({ _id: ids, ...open }, change);
    return collection.find<WorkItem<P>>({ _id: ids, token }).toArray();
  }

  async function run(item: WorkItem<P>): Promise<void> {
    try {
      await options.handle(item);
      await faults.at('work.handled');
      // Real time: the database forgets done items by its own clock.
      await record(item, { state: 'done', doneAt: new Date(), lastError: null });
    } catch (error) {
      await failed(item, error);
    }
  }

  async function failed(item: WorkItem<P>, error: unknown): Promise<void> {
    const lastError = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const down = error instanceof DependencyDown;
    const over = !down && item.attempts >= (options.maxAttempts ?? Infinity);
    const attempts = down ? item.attempts - 1 : item.attempts;
    const nextAttemptAt = after(down ? error.retryAfterMs : backoffMs(item.attempts));
    options.log.warn({ queue: name, id: item._id, attempts, over }, 'work failed');
    await record(item, { state: over ? 'failed' : 'waiting', attempts, nextAttemptAt, lastError });
  }

  const ends = gather<Ended>(async (group) => {
    try {
      await collection.bulkWrite(group.map(recorded), { ordered: false });
    } catch {
      const ids = group.map(({ item }) => item._id);
      options.log.warn({ queue: name, ids }, 'end of work not recorded, it will run again');
    }
    group.forEach(({ resolve }) => resolve());
  });
  const record = (item: WorkItem<unknown>, end: Partial<WorkItem<unknown>>): Promise<void> =>
    new Promise((resolve) => {
      ends.add({ item, end, resolve });
    });

  let claimedAt = -Infinity;
  async function step(): Promise<boolean> {
    if (running.size >= concurrency) {
      await Promise.race(running);
      return true;
    }
    const early = claimedAt + gatherMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const free = concurrency - running.size;
    const items = await claim(free);
    claimedAt = performance.now();
    for (const item of items) {
      const call = run(item).finally(() => running.delete(call));
      running.add(call);
    }
    return items.length === free;
  }

  const loop = startLoop({ name: `work.${name}`, pollMs: options.pollMs ?? 500, log: options.log, step });
  return {
    ...loop,
    async stop() {
      await loop.stop();
      await Promise.all(running);
    },
  };
}

/** Only while the lease is ours; when the database is away the lease runs out and the item comes again. */
function recorded({ item, end }: Ended): mongo.AnyBulkWriteOperation<WorkItem<unknown>> {
  const filter = { _id: item._id, token: item.token };
  return { updateOne: { filter, update: { $set: { ...end, token: null } } } };
}

function doubled(attempts: number): number {
  return Math.min(300_000, 1000 * 2 ** (attempts - 1));
}
