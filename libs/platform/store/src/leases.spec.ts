import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Store } from './connect.ts';
import { startLeases } from './leases.ts';
import type { LeaseDocument, Leases } from './leases.ts';
import { newStore, quiet, standingClock } from './spec-support.ts';
import type { Clock } from './types.ts';

const ttlMs = 600_000;

describe('leases', () => {
  const started: Leases[] = [];
  let store: Store & { end(): Promise<void> };
  before(async () => {
    store = await newStore();
  });
  afterEach(() => Promise.all(started.splice(0).map((each) => each.stop())));
  after(() => store.end());

  /** Owners whose loops rest so long that only `renew` moves them. */
  function owners(name: string, clocks: readonly Clock[]): Leases[] {
    const collection = store.collection<LeaseDocument>(name);
    const all = clocks.map((clock, n) =>
      startLeases({ collection, owner: `o${n}`, ttlMs, clock, log: quiet }),
    );
    started.push(...all);
    return all;
  }

  async function rounds(all: readonly Leases[]): Promise<void> {
    for (let round = 0; round < 3; round++) for (const each of all) await each.renew();
  }

  test('owners share the shards, none twice', async () => {
    const clock = standingClock('2026-03-12T08:00:00.000Z');
    const all = owners(
      randomUUID(),
      Array.from({ length: 8 }, () => clock),
    );
    for (let round = 0; round < 20; round++) {
      await Promise.all(all.map((each) => each.renew()));
      const held = all.flatMap((each) => each.mine());
      assert.equal(new Set(held).size, held.length);
    }
    const held = all.flatMap((each) => each.mine());
    assert.deepEqual(
      held.sort((a, b) => a - b),
      Array.from({ length: 64 }, (_, n) => n),
    );
    assert.ok(all.every((each) => each.mine().length === 8));
  });

  test('who stops gives back at once', async () => {
    const clock = standingClock('2026-03-12T08:00:00.000Z');
    const [first, second] = owners(randomUUID(), [clock, clock]);
    assert.ok(first && second);
    await rounds([first, second]);
    await first.stop();
    assert.deepEqual(first.mine(), []);
    await second.renew();
    assert.equal(second.mine().length, 64);
  });

  test('the shards of one who died pass on when the lease has run out, with a new epoch', async () => {
    const name = randomUUID();
    const [stands, goesOn] = [
      standingClock('2026-03-12T08:00:00.000Z'),
      standingClock('2026-03-12T08:00:00.000Z'),
    ];
    const [dead, alive] = owners(name, [stands, goesOn]);
    assert.ok(dead && alive);
    await rounds([dead, alive]);
    goesOn.forward(ttlMs - 1);
    await alive.renew();
    assert.equal(alive.mine().length, 32);
    goesOn.forward(1);
    await alive.renew();
    assert.equal(alive.mine().length, 64);
    const documents = await store
      .collection<LeaseDocument>(name)
      .find({ owner: 'o1', epoch: { $gte: 2 } })
      .toArray();
    assert.ok(documents.length >= 32);

    // The one taken for dead wakes up: it sees that its time is over before it asks anybody, then shares again.
    stands.forward(ttlMs);
    assert.deepEqual(dead.mine(), []);
    await rounds([dead, alive]);
    assert.deepEqual([dead.mine().length, alive.mine().length], [32, 32]);
  });
});
