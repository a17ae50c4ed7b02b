import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createEventBus } from '@kyzmat/event-bus';
import {
  bulk,
  connect,
  consumeIntoStore,
  createAggregates,
  startLeases,
  startRelay,
  type Aggregate,
  type LeaseDocument,
  type StoredEvent,
} from '@kyzmat/store';
import { eventually } from '@kyzmat/testing/eventually';
import { startKafka, startMongo } from './index.ts';

const clock = { now: () => new Date() };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const writers = 16;

function events(id: string, version: number): StoredEvent[] {
  const time = clock.now().toISOString();
  return [0, 1].map((n) => ({ id: `${id}:${version}:${n}`, type: 'thing.v1', time, data: {} }));
}

test('kill -9 of broker and database under load: what was confirmed is there, and every event is applied once and in order', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kyzmat-survival-'));
  const [kafka, mongo] = await Promise.all([
    startKafka({ dir: join(dir, 'kafka') }),
    startMongo({ dir: join(dir, 'mongo') }),
  ]);
  const store = await connect(mongo.uri, 'survival');
  const stuck: string[] = [];
  const bus = createEventBus({
    brokers: [kafka.brokers],
    clientId: 'survival',
    log,
    onStuck: (reason) => stuck.push(reason),
  });
  const things = store.collection<Aggregate<unknown>>('things');
  const aggregates = createAggregates<object>(things, { retryForMs: 60_000 });
  await aggregates.ensureIndexes();
  await bus.ensureTopics([{ name: 'things', partitions: 6 }]);
  const leases = startLeases({
    collection: store.collection<LeaseDocument>('leases'),
    owner: 'one',
    clock,
    log,
  });
  const relay = startRelay({
    collection: things,
    bus,
    source: '/kyzmat/survival',
    topicOf: () => 'things',
    leases,
    clock,
    log,
  });
  aggregates.onWritten(() => relay.nudge());
  const logs = store.collection<{ _id: string; seen: string[] }>('logs');
  const inbox = await consumeIntoStore({
    bus,
    store,
    group: 'logs',
    topics: ['things'],
    clock,
    log,
    fold: (keys) => {
      const operations = keys.map((key) => ({
        updateOne: {
          filter: { _id: key.key },
          update: { $push: { seen: { $each: key.events.map((event) => event.id) } } },
          upsert: true,
        },
      }));
      return Promise.resolve([bulk(logs, operations)]);
    },
  });

  const confirmed = new Map<string, number>();
  let writing = true;
  async function write(writer: number): Promise<void> {
    for (let n = 0; writing; n++) {
      const _id = `${writer}-${n}`;
      try {
        await aggregates.create({ _id, state: {}, pending: events(_id, 1) }, () => true);
        confirmed.set(_id, 1);
        confirmed.set(_id, await aggregates.update(_id, 1, { state: {}, pending: events(_id, 2) }));
      } catch {
        // Not confirmed: it may stand or not, but if it stands its events must come too.
      }
    }
  }
  const more = async (count: number): Promise<void> => {
    const goal = confirmed.size + count;
    await eventually(() => confirmed.size >= goal, {
      withinMs: 120_000,
      what: `${count} more confirmed writes`,
    });
  };

  try {
    const writes = Array.from({ length: writers }, (_, writer) => write(writer));
    await more(500);
    await kafka.kill9();
    await more(500);
    await kafka.start();
    await more(500);
    await mongo.kill9();
    await mongo.start();
    await more(500);
    writing = false;
    await Promise.all(writes);

    const waiting = async () => things.countDocuments({ pendingSince: { $exists: true } });
    await eventually(async () => (await waiting()) === 0, { withinMs: 120_000, what: 'an empty outbox' });
    const stored = new Map((await things.find().toArray()).map((each) => [each._id, each.version]));
    for (const [id, version] of confirmed) assert.ok((stored.get(id) ?? 0) >= version, `${id} is lost`);
    const wanted = new Map(
      [...stored].map(([id, version]) => [
        id,
        (version === 1 ? [1] : [1, 2]).flatMap((each) => [`${id}:${each}:0`, `${id}:${each}:1`]),
      ]),
    );
    const applied = async () => {
      const rows = await logs.find().toArray();
      const count = rows.reduce((sum, { seen }) => sum + seen.length, 0);
      return count >= [...wanted.values()].flat().length && new Map(rows.map(({ _id, seen }) => [_id, seen]));
    };
    const seen = await eventually(applied, { withinMs: 120_000, what: 'all events applied' });
    for (const [id, ids] of wanted) assert.deepEqual(seen.get(id), ids);
    assert.deepEqual(await inbox.parked(), []);
    assert.deepEqual(stuck, []);
  } finally {
    writing = false;
    await relay.stop();
    await bus.close();
    await leases.stop();
    await store.close();
    await Promise.all([kafka.kill9(), mongo.kill9()]);
    await rm(dir, { recursive: true, force: true });
  }
});
