import { systemClock } from '@kyzmat/clock';
import {
  createAggregates,
  startRelay,
  startWorkMover,
  workItems,
  type Aggregate,
  type Aggregates,
  type Relay,
  type StoredEvent,
  type Worker,
  type WorkerOptions,
  type WorkItem,
  type WorkItems,
  type WorkMover,
  type WorkTarget,
} from '@kyzmat/store';
import type { mongo } from 'mongoose';
import type { Kit } from './kit.ts';

/** A collection of aggregates this process owns, with what serves it: the relay of its events, the mover of its work. */
export interface Owned<S, H = unknown> {
  readonly aggregates: Aggregates<S, H>;
  readonly collection: mongo.Collection<Aggregate<S, H>>;
  /** Makes the indexes; starts relay and mover. */
  start(): Promise<void>;
  /** After writes that went past `aggregates`, such as those of an inbox' transaction. */
  nudge(): void;
  stop(): Promise<void>;
}

export interface OwnedOptions {
  /** Name of the collection. */
  readonly collection: string;
  readonly topicOf: (event: StoredEvent, aggregateId: string) => string;
  /** Queues the aggregates' `todo` may name. */
  readonly work?: readonly OwnWork[];
}

const measureEveryMs = 15_000;

/** Makes a collection of this process; nothing runs before `start`. */
export function ownAggregates<S, H = unknown>(kit: Kit, options: OwnedOptions): Owned<S, H> {
  const { log } = kit.telemetry;
  const documents = kit.store.collection<Aggregate<unknown>>(options.collection);
  const aggregates = createAggregates<S, H>(documents);
  let relay: Relay | undefined;
  let mover: WorkMover | undefined;
  let measuring: NodeJS.Timeout | undefined;
  const nudge = (): void => {
    relay?.nudge();
    mover?.nudge();
  };
  aggregates.onWritten(nudge);
  return {
    aggregates,
    collection: kit.store.collection<Aggregate<S, H>>(options.collection),
    nudge,
    async start() {
      await aggregates.ensureIndexes();
      const common = { collection: documents, leases: kit.leases(), clock: kit.clock, log };
      const started = startRelay({
        ...common,
        bus: kit.bus,
        source: `/kyzmat/${kit.name}`,
        topicOf: options.topicOf,
      });
      relay = started;
      if (options.work !== undefined) {
        mover = startWorkMover({ ...common, queues: options.work.map(({ items }) => items) });
      }
      kit.watch(`relay of ${options.collection}`, () => (relay?.alive() ?? true) && (mover?.alive() ?? true));
      measuring = setInterval(() => void measure(kit, options.collection, started), measureEveryMs).unref();
    },
    async stop() {
      clearInterval(measuring);
      await aggregates.stop();
      await Promise.all([relay?.stop(), mover?.stop()]);
    },
  };
}

async function measure(kit: Kit, collection: string, relay: Relay): Promise<void> {
  try {
    kit.outboxAge(collection, await relay.oldestPendingSeconds());
  } catch {
    // The database is away: readiness says so, and the last value stays.
  }
}

/** A durable queue of work, such as calls to the outside, with the worker that does it. */
export interface OwnWork {
  readonly items: WorkTarget;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The same, by whom it is known what the work is. */
export interface OwnWorkOf<P> extends OwnWork {
  readonly items: WorkItems<P>;
}

/**
 * Makes a queue of this process. `handle` is called until it succeeds, so a repeat must change nothing; what it throws
 * says when to try again (`DependencyDown`), else it is tried later and later.
 */
export function ownWork<P>(
  kit: Kit,
  name: string,
  handle: (payload: P, item: WorkItem<P>) => Promise<unknown>,
  options: Omit<WorkerOptions<P>, 'handle' | 'log'> = {},
): OwnWorkOf<P> {
  // Retries are about the outside being away, so they follow real time even when legal time is moved.
  const items = workItems<P>(kit.store, name, { clock: systemClock });
  let worker: Worker | undefined;
  return {
    items,
    async start() {
      await items.ensureIndexes();
      kit.watch(`work ${name}`, () => worker?.alive() ?? true);
      worker = items.startWorker({
        ...options,
        log: kit.telemetry.log,
        handle: async (item) => {
          await handle(item.payload, item);
        },
      });
    },
    stop: async () => worker?.stop(),
  };
}
