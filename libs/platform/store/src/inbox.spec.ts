import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { DependencyDown } from '@kyzmat/event-bus';
import type { EventBus } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing/eventually';
import { createAggregates } from './aggregates.ts';
import { bulk } from './bulk.ts';
import type { Store } from './connect.ts';
import type { Fold, Inbox, InboxOptions } from './inbox-types.ts';
import { consumeIntoStore } from './inbox.ts';
import { clock, cloudEvent, newBus, newStore, quiet } from './spec-support.ts';
import type { AggregateCollection } from './types.ts';

interface Log {
  readonly _id: string;
  readonly seen: readonly string[];
}

interface Extra extends Pick<InboxOptions, 'faults' | 'concerns'> {
  readonly fails?: (id: string) => Error | undefined;
}

describe('the inbox', () => {
  let store: Store & { end(): Promise<void> };
  let bus: EventBus;
  before(async () => {
    store = await newStore();
    bus = newBus();
  });
  after(async () => {
    await bus.close();
    await store.end();
  });

  /** A topic, a group and a collection of their own; the fold appends the id of each event to its key's log. */
  async function scene(extra: Extra = {}) {
    const topic = randomUUID();
    await bus.ensureTopics([{ name: topic, partitions: 3 }]);
    const logs = store.collection<Log>(topic);
    const appends: Fold = (keys) => {
      for (const { id } of keys.flatMap(({ events }) => events)) {
        const error = extra.fails?.(id);
        if (error !== undefined) return Promise.reject(error);
      }
      const operations = keys.map(({ key, events }) => ({
        updateOne: {
          filter: { _id: key },
          update: { $push: { seen: { $each: events.map((event) => event.id) } } },
          upsert: true,
        },
      }));
      return Promise.resolve([bulk(logs, operations)]);
    };
    const start = (): Promise<Inbox> =>
      consumeIntoStore({
        bus,
        store,
        group: topic,
        topics: [topic],
        fold: appends,
        clock,
        log: quiet,
        ...extra,
      });
    const seen = async (key: string): Promise<readonly string[]> =>
      (await logs.findOne({ _id: key }))?.seen ?? [];
    return { topic, start, seen };
  }

  const ids = (key: string, from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, n) => `${key}:${from + n}:0`);
  const events = (key: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => cloudEvent(key, from + n));

  test('what does not concern the group is passed by without a row', async () => {
    const { topic, start, seen } = await scene({ concerns: ({ id }) => !id.endsWith(':2:0') });
    await bus.publish(topic, events('some', 1, 3));
    const inbox = await start();
    await eventually(async () => (await seen('some')).length === 2);
    assert.deepEqual(await seen('some'), ['some:1:0', 'some:3:0']);
    const rows = store.collection<{ _id: string }>('inbox');
    assert.equal(await rows.countDocuments({ _id: new RegExp(`^${topic} `) }), 2);
    await inbox.stop();
  });

  test('applies each event once although all are delivered three times, each key in order', async () => {
    const { topic, start, seen } = await scene();
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
    for (let round = 0; round < 3; round++) {
      await Promise.all(keys.map((key) => bus.publish(topic, events(key, 1, 40))));
    }
    const inbox = await start();
    await bus.publish(
      topic,
      keys.map((key) => cloudEvent(key, 41)),
    );
    await eventually(async () => (await Promise.all(keys.map(seen))).every((each) => each.length >= 41));
    for (const key of keys) assert.deepEqual(await seen(key), ids(key, 1, 41));
    await inbox.stop();
  });

  test('a crash after the transaction and before the offsets applies nothing twice', async () => {
    let crashes = 3;
    const at = (point: string): Promise<void> =>
      point === 'inbox.committed' && crashes-- > 0
        ? Promise.reject(new DependencyDown(point))
        : Promise.resolve();
    const { topic, start, seen } = await scene({ faults: { at } });
    await bus.publish(topic, events('a', 1, 5));
    const inbox = await start();
    await eventually(() => crashes < 0);
    assert.deepEqual(await seen('a'), ids('a', 1, 5));
    await inbox.stop();
  });

  test('a poison event parks its key with the later events; others go on; replay applies them in order', async () => {
    let broken = true;
    const { topic, start, seen } = await scene({
      fails: (id) => (broken && id === 'bad:3:0' ? new Error('cannot') : undefined),
    });
    const [bad, good] = [events('bad', 1, 5), events('good', 1, 5)];
    await bus.publish(
      topic,
      bad.flatMap((event, n) => [event, good[n] ?? event]),
    );
    const inbox = await start();
    await eventually(async () => (await seen('good')).length === 5 && (await inbox.parked()).length === 1);
    await bus.publish(topic, events('bad', 6, 7));
    await bus.publish(topic, events('good', 6, 7));
    await eventually(
      async () => (await seen('good')).length === 7 && (await inbox.letters(topic, 'bad')).length === 5,
    );
    assert.deepEqual(await seen('bad'), ids('bad', 1, 2));

    const [parked] = await inbox.parked();
    assert.deepEqual([parked?.key, parked?.topic, parked?.error], ['bad', topic, 'Error: cannot']);
    const [letter, waiting] = await inbox.letters(topic, 'bad');
    assert.deepEqual(
      [
        letter?.eventId,
        letter?.error,
        letter?.attempts,
        letter?.origin.key,
        waiting?.eventId,
        waiting?.error,
      ],
      ['bad:3:0', 'Error: cannot', 3, 'bad', 'bad:4:0', null],
    );

    assert.deepEqual(await inbox.replay(topic, 'bad'), { applied: 0, left: 5 });
    broken = false;
    assert.deepEqual(await inbox.replay(topic, 'bad'), { applied: 5, left: 0 });
    assert.deepEqual(await seen('bad'), ids('bad', 1, 7));
    assert.deepEqual(await inbox.parked(), []);
    await bus.publish(topic, events('bad', 5, 8));
    await eventually(async () => (await seen('bad')).length >= 8);
    assert.deepEqual(await seen('bad'), ids('bad', 1, 8));
    await inbox.stop();
  });

  test('events that come while their key is being replayed keep the order', async () => {
    let broken = true;
    const { topic, start, seen } = await scene({ fails: () => (broken ? new Error('cannot') : undefined) });
    await bus.publish(topic, events('r', 1, 20));
    const inbox = await start();
    await eventually(async () => (await inbox.letters(topic, 'r')).length === 20);
    broken = false;
    const coming = (async () => {
      for (let n = 21; n <= 60; n++) await bus.publish(topic, events('r', n, n));
    })();
    await eventually(async () => (await inbox.replay(topic, 'r')).left === 0);
    await coming;
    await eventually(async () => {
      await inbox.replay(topic, 'r');
      return (await seen('r')).length >= 60;
    });
    assert.deepEqual(await seen('r'), ids('r', 1, 60));
    await inbox.stop();
  });

  test('a letter that can never be applied is discarded on record, the rest goes on', async () => {
    const { topic, start, seen } = await scene({
      fails: (id) => (id === 'd:1:0' ? new Error('never') : undefined),
    });
    await bus.publish(topic, events('d', 1, 2));
    const inbox = await start();
    const letters = await eventually(async () => {
      const found = await inbox.letters(topic, 'd');
      return found.length === 2 && found;
    });
    assert.equal(await inbox.discard(letters[0]?._id ?? '', 'sent by mistake'), true);
    assert.deepEqual(await inbox.replay(topic, 'd'), { applied: 1, left: 0 });
    assert.deepEqual(await seen('d'), ['d:2:0']);
    await inbox.stop();
  });

  test('a dependency that is down parks nothing and loses nothing', async () => {
    let down = 3;
    const { topic, start, seen } = await scene({
      fails: () => (down-- > 0 ? new DependencyDown('away', { retryAfterMs: 10 }) : undefined),
    });
    await bus.publish(topic, events('w', 1, 3));
    const inbox = await start();
    await eventually(async () => (await seen('w')).length === 3);
    assert.deepEqual(await inbox.parked(), []);
    await inbox.stop();
  });

  test('aggregates change in the same transaction, guarded, while others write them too', async () => {
    const topic = randomUUID();
    await bus.ensureTopics([{ name: topic, partitions: 1 }]);
    const collection: AggregateCollection = store.collection(`${topic}-aggregates`);
    const counters = createAggregates<{ n: number }, string>(collection);
    await counters.ensureIndexes();
    await counters.create({ _id: 'c', state: { n: 0 } }, () => false);
    const inbox = await consumeIntoStore({
      bus,
      store,
      group: topic,
      topics: [topic],
      clock,
      log: quiet,
      fold: async (keys, session) => {
        const found = await counters.loadMany(
          keys.map(({ key }) => key),
          session,
        );
        const operations = keys.flatMap(({ key, events: { length } }) => {
          const counter = found.get(key);
          if (counter === undefined) return [];
          const next = { state: { n: counter.state.n + length }, history: ['event'] };
          return [counters.updateOperation(key, counter.version, next)];
        });
        return [counters.writes(operations)];
      },
    });
    const byOthers = (async () => {
      for (let done = 0; done < 50;) {
        const counter = await counters.load('c');
        assert.ok(counter);
        const next = { state: { n: counter.state.n + 1 } };
        done += await counters.update('c', counter.version, next).then(
          () => 1,
          () => 0,
        );
      }
    })();
    for (let n = 1; n <= 50; n++) await bus.publish(topic, events('c', n, n));
    await byOthers;
    const end = await eventually(async () => {
      const counter = await counters.load('c');
      return counter?.state.n === 100 && counter;
    });
    assert.equal(end.version, 51 + end.history.length);
    await inbox.stop();
  });

  test('an operation that does not find its version is not lost: the fold decides again', async () => {
    const topic = randomUUID();
    await bus.ensureTopics([{ name: topic, partitions: 1 }]);
    const collection: AggregateCollection = store.collection(`${topic}-aggregates`);
    const counters = createAggregates<{ n: number }>(collection);
    await counters.create({ _id: 'c', state: { n: 0 } }, () => false);
    const versions = [7, 7, 1];
    const inbox = await consumeIntoStore({
      bus,
      store,
      group: topic,
      topics: [topic],
      clock,
      log: quiet,
      fold: () =>
        Promise.resolve([
          counters.writes([counters.updateOperation('c', versions.shift() ?? 1, { state: { n: 1 } })]),
        ]),
    });
    await bus.publish(topic, events('c', 1, 1));
    await eventually(async () => (await counters.load('c'))?.state.n === 1);
    assert.deepEqual(versions, []);
    await inbox.stop();
  });
});
