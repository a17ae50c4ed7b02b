import type { mongo } from 'mongoose';
import { guardedBulk } from './bulk.ts';
import { loadConfirmed, retryForMs } from './confirmed.ts';
import { NotYet, untilUp } from './database-errors.ts';
import { newDocument, newToken, servingIndex, updateOf } from './document.ts';
import { Conflict } from './errors.ts';
import { createGroupCommitter } from './group-committer.ts';
import type { GroupOptions } from './group-committer.ts';
import { createGroupUpdater } from './group-updater.ts';
import { createLoader } from './loader.ts';
import type { Aggregate, AggregateCollection, Created, NewAggregate, Next, Writes } from './types.ts';

export interface Aggregates<S, H = unknown> {
  /** Makes the indexes of relay, work and timers, without which those do not run. */
  ensureIndexes(): Promise<void>;
  /**
   * Stores a new aggregate through the group committer; resolves when a majority has it on disk. An aggregate with the
   * same id is a replay when `sameContent` says so. Throws Conflict, Overloaded, DependencyDown.
   */
  create(
    wanted: NewAggregate<S, H>,
    sameContent: (existing: Aggregate<S, H>) => boolean,
  ): Promise<Created<S, H>>;
  /** The newest document; loads asked for in one tick are read together. Never change what it returns. */
  load(id: string): Promise<Aggregate<S, H> | undefined>;
  /** Several at once, also inside a transaction. */
  loadMany(
    ids: readonly string[],
    session?: mongo.ClientSession,
  ): Promise<ReadonlyMap<string, Aggregate<S, H>>>;
  /** One guarded write, together with others of the same moment; resolves with the new version. Throws StaleVersion, DependencyDown. */
  update(id: string, expectedVersion: number, next: Next<S, H>): Promise<number>;
  /** The same as operations for `writes`; load with the session of the transaction before. */
  createOperation(wanted: NewAggregate<S, H>): AggregateOperation;
  updateOperation(id: string, expectedVersion: number, next: Next<S, H>): AggregateOperation;
  /** For the transaction of an inbox consumer: all operations in one go, each guarded by its version. */
  writes(operations: readonly AggregateOperation[]): Writes;
  /** Called after each acknowledged write: nudges relay and workers of this process. */
  onWritten(listener: () => void): void;
  /** Refuses new creates, waits for what was accepted. */
  stop(): Promise<void>;
}

export type AggregateOperation = mongo.AnyBulkWriteOperation<Aggregate<unknown>>;

export type AggregatesOptions = GroupOptions;

/** Aggregates of one collection: one document each, one write for state, history, events, work and timers. */
export function createAggregates<S, H = unknown>(
  collection: AggregateCollection,
  options: AggregatesOptions = {},
): Aggregates<S, H> {
  const committer = createGroupCommitter(collection, options);
  const updates = createGroupUpdater(collection, options);
  const listeners: (() => void)[] = [];
  const written = (): void => listeners.forEach((listener) => listener());

  async function loadMany(
    ids: readonly string[],
    session?: mongo.ClientSession,
  ): Promise<ReadonlyMap<string, Aggregate<S, H>>> {
    const options = session === undefined ? {} : { session };
    const found = await collection.find<Aggregate<S, H>>({ _id: { $in: [...ids] } }, options).toArray();
    return new Map(found.map((each) => [each._id, each]));
  }

  function existing(id: string): Promise<Aggregate<S, H>> {
    return untilUp(options.retryForMs ?? retryForMs, async () => {
      const found = await loadConfirmed<S, H>(collection, id);
      if (found === null) throw new NotYet(`${id} is not confirmed yet`);
      return found;
    });
  }

  return {
    loadMany,
    load: createLoader((ids) => loadMany(ids)),
    ensureIndexes: () => ensureIndexes(collection),
    async create(wanted, sameContent) {
      const document = newDocument(wanted, newToken());
      if ((await committer.insert(document)) === 'inserted') {
        written();
        return { aggregate: document, replayed: false };
      }
      const found = await existing(wanted._id);
      const own = document.writes.every((token) => found.writes.includes(token));
      if (!own && !sameContent(found)) throw new Conflict(wanted._id);
      written();
      return { aggregate: found, replayed: !own };
    },
    async update(id, expectedVersion, next) {
      const token = newToken();
      await updates.update({ id, expectedVersion, change: updateOf(expectedVersion, next, token), token });
      written();
      return expectedVersion + 1;
    },
    createOperation: (wanted) => ({ insertOne: { document: newDocument(wanted, newToken()) } }),
    updateOperation: (id, expectedVersion, next) => ({
      updateOne: {
        filter: { _id: id, version: expectedVersion },
        update: updateOf(expectedVersion, next, newToken()),
      },
    }),
    writes: (operations) => guardedBulk(collection, operations),
    onWritten: (listener) => void listeners.push(listener),
    async stop() {
      await Promise.all([committer.stop(), updates.stop()]);
    },
  };
}

async function ensureIndexes(collection: AggregateCollection): Promise<void> {
  for (const field of ['pendingSince', 'todoSince', 'nextDueAt'] as const) {
    const partialFilterExpression = { [field]: { $exists: true } };
    await collection.createIndex(servingIndex(field), { partialFilterExpression }, {});
  }
}
