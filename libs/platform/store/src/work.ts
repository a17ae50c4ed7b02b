import type { mongo } from 'mongoose';
import { bulk } from './bulk.ts';
import type { Store } from './connect.ts';
import { untilUp } from './database-errors.ts';
import type { Clock, Instant, Writes } from './types.ts';
import { startWorker } from './worker.ts';
import type { Worker, WorkerOptions } from './worker.ts';

export interface WorkItem<P> {
  readonly _id: string;
  readonly payload: P;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Also the end of a lease while a worker has it. */
  readonly nextAttemptAt: Instant;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Instant;
  /** Done items are forgotten 30 days later. */
  readonly doneAt: Date | null;
  /** Of the worker that has it. */
  readonly token: string | null;
}

export interface NewWork<P> {
  readonly id: string;
  readonly payload: P;
  readonly notBefore?: Instant;
}

export interface WorkItems<P> {
  readonly name: string;
  ensureIndexes(): Promise<void>;
  /** Adds items once; an id that is there already changes nothing. Throws DependencyDown. */
  put(items: readonly NewWork<P>[]): Promise<void>;
  /** The same for the transaction of an inbox consumer. */
  putWrites(items: readonly NewWork<P>[]): Writes;
  get(id: string): Promise<WorkItem<P> | undefined>;
  /** How many wait, how many failed for good, seconds the oldest is overdue: for the metric. */
  backlog(): Promise<{ readonly waiting: number; readonly failed: number; readonly oldestSeconds: number }>;
  /** A failed item goes back to waiting; false when it is not failed. */
  retry(id: string): Promise<boolean>;
  startWorker(options: WorkerOptions<P>): Worker;
  /** Wakes the workers of this process. */
  nudge(): void;
}

const keepDoneSeconds = 30 * 24 * 3600;
const putForMs = 10_000;

/** A small durable queue for calls to the outside (e-payment, document systems, mail), one collection `work.<name>`. */
export function workItems<P>(store: Store, name: string, { clock }: { readonly clock: Clock }): WorkItems<P> {
  const collection = store.collection<WorkItem<unknown>>(`work.${name}`);
  const workers: Worker[] = [];
  const now = (): Instant => clock.now().toISOString();
  const nudge = (): void => workers.forEach((worker) => worker.nudge());

  return {
    name,
    nudge,
    async ensureIndexes() {
      await collection.createIndex({ state: 1, nextAttemptAt: 1 }, {}, {});
      await collection.createIndex({ doneAt: 1 }, { expireAfterSeconds: keepDoneSeconds }, {});
    },
    async put(items) {
      if (items.length === 0) return;
      const operations = putOperations(items, now());
      await untilUp(putForMs, () => collection.bulkWrite(operations, { ordered: false }));
      nudge();
    },
    putWrites: (items) => bulk(collection, putOperations(items, now())),
    async get(id) {
      return (await collection.findOne<WorkItem<P>>({ _id: id })) ?? undefined;
    },
    async backlog() {
      const [waiting, failed, oldest] = await Promise.all([
        collection.countDocuments({ state: 'waiting' }),
        collection.countDocuments({ state: 'failed' }),
        collection.findOne({ state: 'waiting' }, { sort: { nextAttemptAt: 1 } }),
      ]);
      const overdue = oldest === null ? 0 : (clock.now().getTime() - Date.parse(oldest.nextAttemptAt)) / 1000;
      return { waiting, failed, oldestSeconds: Math.max(0, overdue) };
    },
    async retry(id) {
      const change = { $set: { state: 'waiting', nextAttemptAt: now(), attempts: 0 } } as const;
      const { matchedCount } = await collection.updateOne({ _id: id, state: 'failed' }, change);
      nudge();
      return matchedCount === 1;
    },
    startWorker(options) {
      const worker = startWorker(collection, name, clock, options);
      workers.push(worker);
      return worker;
    },
  };
}

function putOperations(
  items: readonly NewWork<unknown>[],
  now: Instant,
): mongo.AnyBulkWriteOperation<WorkItem<unknown>>[] {
  return items.map(({ id, payload, notBefore }) => {
    const item = {
      payload,
      state: 'waiting',
      nextAttemptAt: notBefore ?? now,
      attempts: 0,
      lastError: null,
      createdAt: now,
      doneAt: null,
      token: null,
    } as const;
    return { updateOne: { filter: { _id: id }, update: { $setOnInsert: item }, upsert: true } };
  });
}
