import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { createAggregates } from './aggregates.ts';
import type { Store } from './connect.ts';
import { StaleVersion } from './errors.ts';
import { allShards, newStore, quiet, standingClock } from './spec-support.ts';
import { startTimers } from './timers.ts';
import type { AggregateCollection } from './types.ts';

interface State {
  readonly breached: number;
}

describe('timers', () => {
  let store: Store & { end(): Promise<void> };
  before(async () => {
    store = await newStore();
  });
  after(() => store.end());

  async function scene(count: number) {
    const collection: AggregateCollection = store.collection(randomUUID());
    const aggregates = createAggregates<State, string>(collection);
    await aggregates.ensureIndexes();
    const minute = (n: number) => new Date(Date.UTC(2026, 2, 12, 8, n)).toISOString();
    const ids = Array.from({ length: count }, (_, n) => `t${n}`);
    await Promise.all(
      ids.map((_id, n) =>
        aggregates.create({ _id, state: { breached: 0 }, nextDueAt: minute(n) }, () => false),
      ),
    );
    const breached = () => collection.countDocuments({ 'state.breached': 1 });
    return { collection, aggregates, clock: standingClock('2026-03-12T07:59:59.999Z'), breached };
  }

  test('each clock fires when its time has come, once, not before', async () => {
    const { collection, aggregates, clock, breached } = await scene(30);
    const twoOwners = [0, 1].map(() =>
      startTimers<State, string>({
        collection,
        leases: allShards,
        clock,
        log: quiet,
        pollMs: 5,
        batchSize: 7,
        handle: async (batch, now) => {
          for (const { _id, version, state, nextDueAt } of batch) {
            assert.ok(nextDueAt !== undefined && nextDueAt <= now);
            const next = { state: { breached: state.breached + 1 } };
            await aggregates.update(_id, version, next).catch((error: unknown) => {
              if (!(error instanceof StaleVersion)) throw error;
            });
          }
        },
      }),
    );
    clock.forward(1 + 9 * 60_000);
    await eventually(async () => (await breached()) === 10);
    clock.forward(60 * 60_000);
    await eventually(async () => (await breached()) === 30);
    for (const timers of twoOwners) await timers.stop();
    assert.equal(await collection.countDocuments({ version: 2 }), 30);
  });

  test('one that cannot be handled is put off, the others fire', async () => {
    const { collection, aggregates, clock, breached } = await scene(5);
    const tried: string[] = [];
    const timers = startTimers<State>({
      collection,
      leases: allShards,
      clock,
      log: quiet,
      pollMs: 5,
      handle: async (batch) => {
        for (const { _id, version } of batch) {
          tried.push(_id);
          if (_id === 't2' && tried.filter((id) => id === 't2').length < 4) throw new Error('cannot');
          await aggregates.update(_id, version, { state: { breached: 1 } });
        }
      },
    });
    clock.forward(60 * 60_000);
    await eventually(async () => (await breached()) === 4);
    const attempts = tried.length;
    clock.forward(1000);
    await eventually(() => tried.length > attempts);
    clock.forward(4000);
    await eventually(async () => (await breached()) === 5);
    await timers.stop();
  });
});
