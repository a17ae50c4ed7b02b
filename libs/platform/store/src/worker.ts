import { DependencyDown, noFaults } from '@kyzmat/event-bus';
import type { Faults, Log } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import { newToken } from './document.ts';
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
  /** Default 250 ms. */
  readonly pollMs?: number;
  /** Point: `work.handled` (call made, not recorded yet). */
  readonly faults?: Faults;
}

export type Worker = Loop;

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

  /** Only while the lease is ours; when the database is away the lease runs out and the item comes again. */
  async function record(item: WorkItem<P>, end: Partial<WorkItem<unknown>>): Promise<void> {
    try {
      await collection.updateOne({ _id: item._id, token: item.token }, { $set: { ...end, token: null } });
    } catch {
      options.log.warn({ queue: name, id: item._id }, 'end of work not recorded, it will run again');
    }
  }

  async function step(): Promise<boolean> {
    if (running.size >= concurrency) {
      await Promise.race(running);
      return true;
    }
    const free = concurrency - running.size;
    const items = await claim(free);
    for (const item of items) {
      const call = run(item).finally(() => running.delete(call));
      running.add(call);
    }
    return items.length === free;
  }

  const loop = startLoop({ name: `work.${name}`, pollMs: options.pollMs ?? 250, log: options.log, step });
  return {
    ...loop,
    async stop() {
      await loop.stop();
      await Promise.all(running);
    },
  };
}

function doubled(attempts: number): number {
  return Math.min(300_000, 1000 * 2 ** (attempts - 1));
}
