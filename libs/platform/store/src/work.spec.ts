import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { DependencyDown } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing/eventually';
import { createAggregates } from './aggregates.ts';
import type { Store } from './connect.ts';
import { allShards, newStore, quiet, standingClock } from './spec-support.ts';
import { startWorkMover } from './work-mover.ts';
import { workItems } from './work.ts';
import type { WorkItems } from './work.ts';
import type { AggregateCollection } from './types.ts';

interface Call {
  readonly amount: number;
}

describe('work', () => {
  let store: Store & { end(): Promise<void> };
  before(async () => {
    store = await newStore();
  });
  after(() => store.end());

  async function newQueue() {
    const clock = standingClock('2026-03-12T08:00:00.000Z');
    const queue: WorkItems<Call> = workItems(store, randomUUID(), { clock });
    await queue.ensureIndexes();
    return { clock, queue };
  }

  const item = (n: number) => ({ id: `w${n}`, payload: { amount: n } });

  test('each item is called once by two workers, and put twice is one item', async () => {
    const { queue } = await newQueue();
    const calls: string[] = [];
    const handle = ({ _id }: { _id: string }): Promise<void> => {
      calls.push(_id);
      return Promise.resolve();
    };
    const workers = [0, 1].map(() => queue.startWorker({ handle, log: quiet, pollMs: 5, concurrency: 3 }));
    const items = Array.from({ length: 40 }, (_, n) => item(n));
    await Promise.all([queue.put(items), queue.put(items)]);
    await eventually(async () => (await queue.backlog()).waiting === 0);
    for (const worker of workers) await worker.stop();
    await queue.put(items);
    assert.deepEqual(calls.sort(), items.map(({ id }) => id).sort());
    assert.equal((await queue.get('w7'))?.state, 'done');
  });

  test('a failing call is tried later and later, then given to a person, who may send it again', async () => {
    const { queue, clock } = await newQueue();
    let broken = true;
    const handle = (): Promise<void> => (broken ? Promise.reject(new Error('refused')) : Promise.resolve());
    await queue.put([item(1)]);
    const worker = queue.startWorker({ handle, log: quiet, pollMs: 5, maxAttempts: 2 });
    const first = await eventually(async () => {
      const found = await queue.get('w1');
      return found?.lastError !== null && found;
    });
    assert.deepEqual([first.attempts, first.state, first.lastError], [1, 'waiting', 'Error: refused']);
    assert.equal(first.nextAttemptAt, '2026-03-12T08:00:01.000Z');
    clock.forward(1000);
    await eventually(async () => (await queue.get('w1'))?.state === 'failed');
    assert.equal((await queue.backlog()).failed, 1);
    broken = false;
    assert.equal(await queue.retry('w1'), true);
    await eventually(async () => (await queue.get('w1'))?.state === 'done');
    assert.equal(await queue.retry('w1'), false);
    await worker.stop();
  });

  test('a dependency that is down burns no attempt', async () => {
    const { queue, clock } = await newQueue();
    await queue.put([item(1)]);
    const handle = () => Promise.reject(new DependencyDown('away', { retryAfterMs: 500 }));
    const worker = queue.startWorker({ handle, log: quiet, pollMs: 5, maxAttempts: 1 });
    for (let n = 1; n <= 3; n++) {
      const due = new Date(Date.UTC(2026, 2, 12, 8) + n * 500).toISOString();
      await eventually(async () => (await queue.get('w1'))?.nextAttemptAt === due);
      clock.forward(500);
    }
    const found = await queue.get('w1');
    assert.equal(found?.state, 'waiting');
    await worker.stop();
  });

  test('an item whose worker died comes again when the lease has run out', async () => {
    const { queue, clock } = await newQueue();
    await queue.put([item(1)]);
    const hang = Promise.withResolvers<undefined>();
    let calls = 0;
    const dead = queue.startWorker({
      handle: () => (calls++, hang.promise.then(() => undefined)),
      log: quiet,
      pollMs: 5,
      concurrency: 1,
      leaseMs: 60_000,
    });
    await eventually(() => calls === 1);
    const done: string[] = [];
    const handle = ({ _id }: { _id: string }): Promise<void> => {
      done.push(_id);
      return Promise.resolve();
    };
    const next = queue.startWorker({ handle, log: quiet, pollMs: 5 });
    clock.forward(59_999);
    await queue.put([item(2)]);
    await eventually(() => done.includes('w2'));
    assert.deepEqual(done, ['w2']);
    clock.forward(1);
    await eventually(async () => (await queue.get('w1'))?.state === 'done');
    const ended = await queue.get('w1');
    hang.resolve(undefined);
    await dead.stop();
    await next.stop();
    assert.deepEqual(await queue.get('w1'), ended);
    assert.deepEqual(done, ['w2', 'w1']);
  });

  test('work written with an aggregate reaches its queue once, without Kafka', async () => {
    const { queue, clock } = await newQueue();
    const collection: AggregateCollection = store.collection(randomUUID());
    const aggregates = createAggregates<object>(collection);
    await aggregates.ensureIndexes();
    let crashes = 2;
    const mover = startWorkMover({
      collection,
      leases: allShards,
      queues: [queue],
      clock,
      log: quiet,
      faults: {
        at: (point) =>
          point === 'work-mover.delivered' && crashes-- > 0
            ? Promise.reject(new Error(point))
            : Promise.resolve(),
      },
    });
    const todo = (n: number) => [
      { queue: queue.name, id: `a:${n}`, time: '2026-03-12T08:00:00.000Z', payload: { amount: n } },
    ];
    await aggregates.create({ _id: 'a', state: {}, todo: todo(1) }, () => false);
    await aggregates.update('a', 1, { state: {}, todo: todo(2) });
    await eventually(
      async () => (await queue.get('a:1')) !== undefined && (await queue.get('a:2')) !== undefined,
    );
    const left = await eventually(async () => {
      const found = await collection.findOne({ _id: 'a' });
      return found !== null && found.todoSince === undefined && found;
    });
    assert.deepEqual([left.todo, left.version], [[], 2]);
    assert.equal((await queue.backlog()).waiting, 2);
    assert.equal(await mover.oldestTodoSeconds(), 0);
    await mover.stop();
  });
});
