import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually } from '@kyzmat/testing/eventually';
import { createAggregates } from './aggregates.ts';
import { newBus, newStore, storedEvents } from './spec-support.ts';
import type { AggregateCollection } from './types.ts';

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));
const running = new Set<ChildProcess>();

function start(role: 'relay' | 'inbox', database: string, prefix: string, point = ''): ChildProcess {
  const started = spawn(process.execPath, [child, role, database, prefix, point], { stdio: 'ignore' });
  running.add(started);
  return started;
}

/** Resolves when the process has killed itself where it was told to. */
async function dies(started: ChildProcess): Promise<void> {
  const end: unknown[] = await once(started, 'exit');
  assert.deepEqual(end, [null, 'SIGKILL']);
}

afterEach(() => {
  for (const each of running) each.kill('SIGKILL');
});

test('killed after each step, relay and inbox together still apply every event once and in order', async () => {
  const store = await newStore();
  const prefix = `${randomUUID()}.`;
  const bus = newBus(prefix);
  try {
    await bus.ensureTopics([{ name: 'things', partitions: 3 }]);
    const name = store.connection.name;
    const collection: AggregateCollection = store.collection('things');
    const aggregates = createAggregates(collection);
    await aggregates.ensureIndexes();
    const ids = Array.from({ length: 50 }, (_, n) => `c${n}`);
    await Promise.all(
      ids.map((_id) => aggregates.create({ _id, state: {}, pending: storedEvents(_id, 1, 4) }, () => false)),
    );

    const inboxDies = ['inbox.folded', 'inbox.committed'].reduce(
      (before, point) => before.then(() => dies(start('inbox', name, prefix, point))),
      Promise.resolve(),
    );
    await dies(start('relay', name, prefix, 'relay.delivered'));
    assert.equal(await collection.countDocuments({ 'pending.0': { $exists: true } }), 50);
    await dies(start('relay', name, prefix, 'relay.cleared'));
    start('relay', name, prefix);
    await inboxDies;
    start('inbox', name, prefix);
    await Promise.all(
      ids.map((id) => aggregates.update(id, 1, { state: {}, pending: storedEvents(id, 2, 2) })),
    );

    const logs = store.collection<{ _id: string; seen: string[] }>('logs');
    const complete = { seen: { $in: ids.map((id) => `${id}:2:1`) } };
    await eventually(async () => (await logs.countDocuments(complete)) === 50, { withinMs: 120_000 });
    for (const { _id, seen } of await logs.find().toArray()) {
      const wanted = ['1:0', '1:1', '1:2', '1:3', '2:0', '2:1'].map((place) => `${_id}:${place}`);
      assert.deepEqual(seen, wanted);
    }
    await eventually(
      async () => (await collection.countDocuments({ pendingSince: { $exists: true } })) === 0,
    );
  } finally {
    for (const each of running) each.kill('SIGKILL');
    await bus.close();
    await store.end();
  }
});
