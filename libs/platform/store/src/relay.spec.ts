import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { EventBus, Faults, Received } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing/eventually';
import { createAggregates } from './aggregates.ts';
import type { Store } from './connect.ts';
import { consumeIntoStore } from './inbox.ts';
import { startRelay } from './relay.ts';
import type { Relay } from './relay.ts';
import { allShards, clock, collect, newBus, newStore, quiet, storedEvents } from './spec-support.ts';
import type { AggregateCollection } from './types.ts';

const things = { name: 'things', partitions: 3 };

describe('the relay', () => {
  let store: Store & { end(): Promise<void> };
  let bus: EventBus;
  before(async () => {
    store = await newStore();
    bus = newBus();
    await bus.ensureTopics([things]);
  });
  after(async () => {
    await bus.close();
    await store.end();
  });

  async function newCollection(): Promise<AggregateCollection> {
    const collection: AggregateCollection = store.collection(randomUUID());
    await createAggregates(collection).ensureIndexes();
    return collection;
  }

  function relayOf(collection: AggregateCollection, faults?: Faults, topic = 'things'): Relay {
    return startRelay({
      collection,
      bus,
      source: `/kyzmat/${collection.collectionName}`,
      topicOf: () => topic,
      leases: allShards,
      clock,
      log: quiet,
      ...(faults === undefined ? {} : { faults }),
    });
  }

  const of = (seen: readonly Received[], collection: AggregateCollection): string[] =>
    seen.flatMap(({ event }) => (event?.source === `/kyzmat/${collection.collectionName}` ? [event.id] : []));

  test('publishes what was written before and after its start, each aggregate in order, and clears it', async () => {
    const collection = await newCollection();
    const aggregates = createAggregates(collection);
    const ids = Array.from({ length: 30 }, (_, n) => `a${n}`);
    const write = (id: string, version: number) =>
      aggregates.update(id, version - 1, { state: {}, pending: storedEvents(id, version, 3) });
    await Promise.all(
      ids.map((_id) => aggregates.create({ _id, state: {}, pending: storedEvents(_id, 1, 3) }, () => false)),
    );
    const relay = relayOf(collection);
    aggregates.onWritten(() => relay.nudge());
    const seen = await collect(bus, 'things');
    for (let version = 2; version <= 5; version++) await Promise.all(ids.map((id) => write(id, version)));
    await eventually(() => of(seen, collection).length >= 450);
    for (const id of ids) {
      const own = of(seen, collection).filter((event) => event.startsWith(`${id}:`));
      const wanted = [1, 2, 3, 4, 5].flatMap((version) => [0, 1, 2].map((n) => `${id}:${version}:${n}`));
      assert.deepEqual(own, wanted);
    }
    await eventually(async () => (await relay.oldestPendingSeconds()) === 0);
    const left = await collection.find().toArray();
    assert.ok(
      left.every(
        ({ pending, pendingSince, version }) => pending.length === 0 && !pendingSince && version === 5,
      ),
    );
    await relay.stop();
  });

  test('an aggregate with more events than a round takes is published in order', async () => {
    const collection = await newCollection();
    const aggregates = createAggregates(collection);
    await aggregates.create({ _id: 'big', state: {} }, () => false);
    for (let version = 2; version <= 13; version++) {
      await aggregates.update('big', version - 1, { state: {}, pending: storedEvents('big', version, 100) });
    }
    const relay = relayOf(collection);
    const seen = await collect(bus, 'things');
    await eventually(() => of(seen, collection).length >= 1200);
    const wanted = Array.from({ length: 1200 }, (_, n) => `big:${2 + Math.floor(n / 100)}:${n % 100}`);
    assert.deepEqual(of(seen, collection), wanted);
    await relay.stop();
  });

  test('a crash between publishing and clearing publishes twice; the inbox applies once', async () => {
    const collection = await newCollection();
    const aggregates = createAggregates(collection);
    let crashes = 2;
    const faults: Faults = {
      at: (point) =>
        point === 'relay.delivered' && crashes-- > 0 ? Promise.reject(new Error(point)) : Promise.resolve(),
    };
    const applied: string[] = [];
    const inbox = await consumeIntoStore({
      bus,
      store,
      group: randomUUID(),
      topics: ['things'],
      fold: (keys) => {
        applied.push(...keys.flatMap((key) => key.events.map((event) => event.id)));
        return Promise.resolve([]);
      },
      clock,
      log: quiet,
    });
    await aggregates.create({ _id: 'twice', state: {}, pending: storedEvents('twice', 1, 2) }, () => false);
    const seen = await collect(bus, 'things');
    const relay = relayOf(collection, faults);
    await eventually(() => of(seen, collection).length >= 6);
    await eventually(() => applied.includes('twice:1:1'));
    await aggregates.update('twice', 1, { state: {}, pending: storedEvents('twice', 2, 1) });
    await eventually(() => applied.includes('twice:2:0'));
    assert.deepEqual(
      applied.filter((id) => id.startsWith('twice')),
      ['twice:1:0', 'twice:1:1', 'twice:2:0'],
    );
    await relay.stop();
    await inbox.stop();
  });

  test('while Kafka does not take events the relay waits, lives, and tells the age', async () => {
    const collection = await newCollection();
    const aggregates = createAggregates(collection);
    let published = 0;
    const away: EventBus = { ...bus, publish: () => (published++, new Promise(() => undefined)) };
    const [event] = storedEvents('w', 1, 1);
    assert.ok(event);
    const hourAgo = { ...event, time: new Date(Date.now() - 3_600_000).toISOString() };
    await aggregates.create({ _id: 'w', state: {}, pending: [hourAgo] }, () => false);
    const relay = startRelay({
      collection,
      bus: away,
      source: '/kyzmat/test',
      topicOf: () => 'things',
      leases: allShards,
      clock,
      log: quiet,
    });
    await eventually(() => published === 1);
    const age = await relay.oldestPendingSeconds();
    assert.ok(age >= 3600 && age < 3700, String(age));
    relay.nudge();
    assert.equal(relay.alive(), true);
    await relay.stop();
    assert.equal(published, 1);
    assert.equal((await aggregates.load('w'))?.pending.length, 1);
  });
});
