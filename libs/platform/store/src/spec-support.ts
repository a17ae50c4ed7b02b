import { randomUUID } from 'node:crypto';
import { createEventBus } from '@kyzmat/event-bus';
import type { CloudEvent, EventBus, Log, Received } from '@kyzmat/event-bus';
import { connect } from './connect.ts';
import type { Store } from './connect.ts';
import type { Leases } from './leases.ts';
import type { Clock, StoredEvent } from './types.ts';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const clock: Clock = { now: () => new Date() };

/** A clock that stands until it is moved. */
export function standingClock(start: string): Clock & { forward(ms: number): void } {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    forward(ms) {
      now += ms;
    },
  };
}

/** A database of its own, dropped by `end`. */
export async function newStore(): Promise<Store & { end(): Promise<void> }> {
  const store = await connect(process.env['MONGODB_URI'] ?? '', `test-${randomUUID()}`);
  return {
    ...store,
    async end() {
      await store.connection.dropDatabase();
      await store.close();
    },
  };
}

/** A bus whose topics and groups are its own. */
export function newBus(prefix = `${randomUUID()}.`): EventBus {
  return createEventBus({
    brokers: (process.env['KAFKA_BROKERS'] ?? '').split(','),
    clientId: 'test',
    log: quiet,
    prefix,
    onStuck: (reason) => {
      throw new Error(reason);
    },
  });
}

/** Leases of one who is alone. */
export const allShards: Leases = {
  mine: () => Array.from({ length: 64 }, (_, shard) => shard),
  renew: () => Promise.resolve(),
  alive: () => true,
  stop: () => Promise.resolve(),
};

export function storedEvents(id: string, version: number, count: number): StoredEvent[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `${id}:${version}:${n}`,
    type: 'thing.happened.v1',
    time: new Date().toISOString(),
    data: { n },
  }));
}

export function cloudEvent(subject: string, n: number, data: unknown = { n }): CloudEvent {
  return {
    specversion: '1.0',
    id: `${subject}:${n}:0`,
    source: '/kyzmat/test',
    type: 'thing.happened.v1',
    subject,
    time: '2026-03-12T08:00:00.000Z',
    datacontenttype: 'application/json',
    data,
  };
}

/** A group of its own that keeps all it gets. */
export async function collect(bus: EventBus, topic: string): Promise<Received[]> {
  const seen: Received[] = [];
  await bus.consume({
    group: randomUUID(),
    topics: [topic],
    handle: (batch) => {
      seen.push(...batch.messages);
      return Promise.resolve();
    },
  });
  return seen;
}
