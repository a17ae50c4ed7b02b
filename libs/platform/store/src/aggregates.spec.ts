import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createAggregates } from './aggregates.ts';
import type { Aggregates } from './aggregates.ts';
import type { Store } from './connect.ts';
import { servingIndex } from './document.ts';
import { Conflict, Overloaded, StaleVersion } from './errors.ts';
import { newStore, storedEvents } from './spec-support.ts';
import type { Aggregate, AggregateCollection } from './types.ts';

interface State {
  readonly text: string;
}

const same =
  (text: string) =>
  (existing: Aggregate<State, string>): boolean =>
    existing.state.text === text;

describe('aggregates', () => {
  let store: Store & { end(): Promise<void> };
  let collection: AggregateCollection;
  let things: Aggregates<State, string>;
  before(async () => {
    store = await newStore();
    collection = store.collection('things');
    things = createAggregates(collection);
    await things.ensureIndexes();
  });
  after(() => store.end());

  /** The server's own fault injection, for this test's connections only. */
  async function failCommands(mode: object | 'off', data: object = {}): Promise<void> {
    const appName = store.connection.name;
    await store.client
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode, data: { ...data, appName } });
  }

  test('64 creates at once are each stored, once, and readable when confirmed', async () => {
    const ids = Array.from({ length: 64 }, (_, n) => `many-${n}`);
    const created = await Promise.all(
      ids.map((id) =>
        things.create({ _id: id, state: { text: id }, pending: storedEvents(id, 1, 1) }, same(id)),
      ),
    );
    assert.ok(created.every(({ aggregate, replayed }) => !replayed && aggregate.version === 1));
    const found = await things.loadMany(ids);
    assert.deepEqual(
      ids.map((id) => found.get(id)?.state.text),
      ids,
    );
  });

  test('50 identical creates make one aggregate and 49 replays', async () => {
    const created = await Promise.all(
      Array.from({ length: 50 }, () => things.create({ _id: 'one', state: { text: 'same' } }, same('same'))),
    );
    assert.equal(created.filter(({ replayed }) => !replayed).length, 1);
    assert.equal(await collection.countDocuments({ _id: 'one' }), 1);
    assert.ok(created.every(({ aggregate }) => aggregate.state.text === 'same'));
  });

  test('other content under the same id is a conflict for exactly one of two', async () => {
    const both = await Promise.allSettled(
      ['left', 'right'].map((text) => things.create({ _id: 'two', state: { text } }, same(text))),
    );
    const refused = both.filter((each) => each.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.ok(refused[0]?.reason instanceof Conflict);
  });

  test('a bad document in a group does not hurt its neighbours', async () => {
    await collection.createIndex({ 'state.number': 1 }, { unique: true, sparse: true }, {});
    const numbered = createAggregates<{ number: number }>(collection);
    const never = (): boolean => false;
    const all = await Promise.allSettled([
      numbered.create({ _id: 'n1', state: { number: 1 } }, never),
      numbered.create({ _id: 'n2', state: { number: 1 } }, never),
      numbered.create({ _id: 'n3', state: { number: 3 } }, never),
    ]);
    assert.deepEqual(
      all.map((each) => each.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  test('a full queue refuses, and what was accepted is stored', async () => {
    const small = createAggregates<State>(collection, { maxQueue: 10 });
    const all = await Promise.allSettled(
      Array.from({ length: 15 }, (_, n) => small.create({ _id: `q${n}`, state: { text: '' } }, () => true)),
    );
    const refused = all.filter((each) => each.status === 'rejected');
    assert.equal(refused.length, 5);
    assert.ok(refused.every((each) => each.reason instanceof Overloaded));
    assert.equal(await collection.countDocuments({ _id: /^q\d/ }), 10);
  });

  test('stop waits for accepted creates and refuses later ones', async () => {
    const stopping = createAggregates<State>(collection);
    const accepted = stopping.create({ _id: 'last', state: { text: '' } }, () => true);
    await stopping.stop();
    assert.equal(await collection.countDocuments({ _id: 'last' }), 1);
    await accepted;
    await assert.rejects(
      stopping.create({ _id: 'late', state: { text: '' } }, () => true),
      Overloaded,
    );
  });

  test('an update writes all at once, and only from the version it was decided on', async () => {
    await things.create({ _id: 'u', state: { text: '1' }, pending: storedEvents('u', 1, 1) }, same('1'));
    const due = '2030-01-01T00:00:00.000Z';
    const version = await things.update('u', 1, {
      state: { text: '2' },
      history: ['changed'],
      pending: storedEvents('u', 2, 2),
      nextDueAt: due,
    });
    assert.equal(version, 2);
    const found = await things.load('u');
    assert.deepEqual(
      [found?.version, found?.state, found?.history, found?.nextDueAt],
      [2, { text: '2' }, ['changed'], due],
    );
    assert.deepEqual(
      found?.pending.map((event) => event.id),
      ['u:1:0', 'u:2:0', 'u:2:1'],
    );
    assert.equal(found.pendingSince, found.pending[0]?.time);
    await assert.rejects(things.update('u', 1, { state: { text: 'late' } }), StaleVersion);
    await things.update('u', 2, { state: { text: '3' } });
    assert.equal((await things.load('u'))?.nextDueAt, undefined);
  });

  test('of 20 updates of one version one wins', async () => {
    await things.create({ _id: 'race', state: { text: '' } }, same(''));
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => things.update('race', 1, { state: { text: String(n) } })),
    );
    assert.equal(all.filter((each) => each.status === 'fulfilled').length, 1);
    assert.equal((await things.load('race'))?.version, 2);
  });

  test('updates of one moment share a write; one that is late, or a lost answer, is nobody else’s harm', async () => {
    const ids = Array.from({ length: 5 }, (_, n) => `g${n}`);
    await Promise.all(ids.map((id) => things.create({ _id: id, state: { text: '' } }, same(''))));
    const all = (version: number) =>
      Promise.allSettled(
        ids.map((id) => things.update(id, version, { state: { text: id }, history: [String(version)] })),
      );
    assert.deepEqual(new Set((await all(1)).map(({ status }) => status)), new Set(['fulfilled']));
    await things.update('g0', 2, { state: { text: 'faster' } });
    assert.deepEqual(
      (await all(2)).map((each) => (each.status === 'rejected' ? each.reason instanceof StaleVersion : 'ok')),
      [true, 'ok', 'ok', 'ok', 'ok'],
    );
    await failCommands({ times: 2 }, { failCommands: ['update'], closeConnection: true });
    await things.update('g0', 3, { state: { text: 'same version as the others' } });
    await failCommands({ times: 2 }, { failCommands: ['update'], closeConnection: true });
    const [late, ...others] = await all(3);
    assert.equal(late?.status, 'rejected');
    assert.ok(others.every(({ status }) => status === 'fulfilled'));
    assert.deepEqual((await things.load('g4'))?.history, ['1', '2', '3']);
  });

  test('loads of one moment are one query, and an unknown id is undefined', async () => {
    const loaded = await Promise.all(['u', 'race', 'nobody', 'u'].map((id) => things.load(id)));
    assert.deepEqual(
      loaded.map((each) => each?._id),
      ['u', 'race', undefined, 'u'],
    );
  });

  test('lost answers: the connection breaks twice after the write, the create still succeeds once', async () => {
    await failCommands({ times: 2 }, { failCommands: ['insert'], closeConnection: true });
    const { replayed } = await things.create({ _id: 'lost', state: { text: 'x' } }, () => false);
    assert.equal(replayed, false);
    assert.equal(await collection.countDocuments({ _id: 'lost' }), 1);
  });

  test('a write concern error confirms nobody until a majority has it', async () => {
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
    await failCommands({ times: 1 }, { failCommands: ['insert'], writeConcernError });
    const { replayed } = await things.create({ _id: 'unsure', state: { text: 'x' } }, () => false);
    assert.equal(replayed, false);
    await failCommands({ times: 1 }, { failCommands: ['update'], writeConcernError });
    assert.equal(await things.update('unsure', 1, { state: { text: 'y' }, history: ['once'] }), 2);
    const found = await things.load('unsure');
    assert.deepEqual([found?.version, found?.history], [2, ['once']]);
  });

  test('a database that stays away is DependencyDown', async () => {
    const impatient = createAggregates<State>(collection, { retryForMs: 50 });
    await failCommands({ times: 50 }, { failCommands: ['insert'], closeConnection: true });
    try {
      await assert.rejects(
        impatient.create({ _id: 'never', state: { text: '' } }, () => true),
        {
          name: 'DependencyDown',
        },
      );
    } finally {
      await failCommands('off');
    }
  });

  test('a document moved on by others while the answer was lost is still recognised by its token', async () => {
    await things.create({ _id: 'token', state: { text: '1' } }, same('1'));
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
    await failCommands({ times: 1 }, { failCommands: ['update'], writeConcernError });
    const first = things.update('token', 1, { state: { text: '2' }, history: ['a'] });
    const second = (async () => {
      for (;;) {
        try {
          return await things.update('token', 2, { state: { text: '3' }, history: ['b'] });
        } catch (error) {
          if (!(error instanceof StaleVersion)) throw error;
        }
      }
    })();
    assert.deepEqual(await Promise.all([first, second]), [2, 3]);
    assert.deepEqual((await things.load('token'))?.history, ['a', 'b']);
  });
});

test('relay, work and timers find theirs by an index, already sorted', async () => {
  const store = await newStore();
  try {
    const collection: AggregateCollection = store.collection('things');
    await createAggregates(collection).ensureIndexes();
    const shard = { $in: [1, 2, 3] };
    const exists = { $exists: true };
    const queries = [
      ['pendingSince', { shard, pendingSince: exists }],
      ['todoSince', { shard, todoSince: exists }],
      ['nextDueAt', { shard, nextDueAt: { $lte: 'x' }, _id: { $nin: ['a'] } }],
    ] as const;
    for (const [field, filter] of queries) {
      const query = collection
        .find(filter)
        .sort({ [field]: 1 })
        .hint(servingIndex(field))
        .limit(200);
      const plan = JSON.stringify(await query.explain('queryPlanner'));
      assert.match(plan, /SORT_MERGE/);
      assert.doesNotMatch(plan, /COLLSCAN|"stage":"SORT"/);
    }
  } finally {
    await store.end();
  }
});
