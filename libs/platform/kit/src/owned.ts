import {
  createAggregates,
  startRelay,
  type Aggregate,
  type Aggregates,
  type Relay,
  type StoredEvent,
} from '@kyzmat/store';
import type { mongo } from 'mongoose';
import type { Kit } from './kit.ts';

/** A collection of aggregates this process owns, together with the relay that publishes what happened to them. */
export interface Owned<S, H = unknown> {
  readonly aggregates: Aggregates<S, H>;
  readonly collection: mongo.Collection<Aggregate<S, H>>;
  /** Makes the indexes and starts the relay. */
  start(): Promise<void>;
  /** Age in seconds of the oldest event that is not out yet. */
  oldestPendingSeconds(): Promise<number>;
  alive(): boolean;
  stop(): Promise<void>;
}

export interface OwnedOptions {
  /** Name of the collection. */
  readonly collection: string;
  readonly topicOf: (event: StoredEvent, aggregateId: string) => string;
}

export function ownAggregates<S, H = unknown>(kit: Kit, options: OwnedOptions): Owned<S, H> {
  const collection = kit.store.collection<Aggregate<S, H>>(options.collection);
  const aggregates = createAggregates<S, H>(collection);
  let relay: Relay | undefined;
  aggregates.onWritten(() => relay?.nudge());
  const pendingAge = kit.telemetry.gauge(
    'outbox_oldest_pending_seconds',
    'Age of the oldest unpublished event',
    ['collection'],
  );
  let measuring: NodeJS.Timeout | undefined;
  return {
    aggregates,
    collection,
    async start() {
      await aggregates.ensureIndexes();
      const started = startRelay({
        collection,
        bus: kit.bus,
        source: `/kyzmat/${kit.name}`,
        topicOf: options.topicOf,
        leases: kit.leases(),
        clock: kit.clock,
        log: kit.telemetry.log,
      });
      relay = started;
      const measure = (): void => {
        started.oldestPendingSeconds().then(
          (age) => pendingAge.set({ collection: options.collection }, age),
          () => undefined,
        );
      };
      measuring = setInterval(measure, 15_000).unref();
    },
    oldestPendingSeconds: async () => (await relay?.oldestPendingSeconds()) ?? 0,
    alive: () => relay?.alive() ?? true,
    async stop() {
      clearInterval(measuring);
      await aggregates.stop();
      await relay?.stop();
    },
  };
}
