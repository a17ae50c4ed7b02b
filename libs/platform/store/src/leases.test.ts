import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fairShare } from './leases.ts';
import type { LeaseDocument } from './leases.ts';

const now = '2026-03-12T08:00:00.000Z';
const later = '2026-03-12T08:00:05.000Z';
const past = '2026-03-12T07:59:00.000Z';

function documents(owners: readonly (string | null)[], here: readonly string[]): LeaseDocument[] {
  return [
    ...here.map((owner) => ({ _id: `here:${owner}`, owner, epoch: 0, expiresAt: later })),
    ...owners.map((owner, shard) => ({
      _id: `shard:${shard}`,
      owner,
      epoch: 1,
      expiresAt: owner === null ? past : later,
    })),
  ];
}

test('who is alone takes all', () => {
  const share = fairShare(documents([null, null, null], ['a']), 'a', 3, now);
  assert.deepEqual([share.kept, share.surplus], [[], []]);
  assert.deepEqual(share.wanted.sort(), ['shard:0', 'shard:1', 'shard:2']);
});

test('a second one makes the first give half', () => {
  const all = documents(['a', 'a', 'a', 'a'], ['a', 'b']);
  assert.deepEqual(fairShare(all, 'a', 4, now).surplus, ['shard:2', 'shard:3']);
  assert.deepEqual(fairShare(all, 'b', 4, now).wanted, []);
});

test('shards of one whose lease ran out are free', () => {
  const all: LeaseDocument[] = [
    { _id: 'here:dead', owner: 'dead', epoch: 0, expiresAt: past },
    { _id: 'here:b', owner: 'b', epoch: 0, expiresAt: later },
    { _id: 'shard:0', owner: 'dead', epoch: 1, expiresAt: past },
    { _id: 'shard:1', owner: 'b', epoch: 1, expiresAt: later },
  ];
  assert.deepEqual(fairShare(all, 'b', 2, now).wanted, ['shard:0']);
});

test('owners who take turns end with all shards served and a difference of a share at most', () => {
  const owners = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(
      owners,
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 64, maxLength: 64 }),
      (count, start) => {
        const here = Array.from({ length: count }, (_, n) => `o${n}`);
        let held: (string | null)[] = start.map((n) => here[n % (count + 1)] ?? null);
        for (let round = 0; round < 3; round++) {
          for (const owner of here) {
            const { surplus, wanted } = fairShare(documents(held, here), owner, 64, now);
            held = held.map((each, shard) => {
              if (surplus.includes(`shard:${shard}`)) return null;
              return wanted.includes(`shard:${shard}`) ? owner : each;
            });
          }
        }
        assert.ok(held.every((owner) => owner !== null));
        for (const owner of here) {
          assert.ok(held.filter((each) => each === owner).length <= Math.ceil(64 / count));
        }
      },
    ),
  );
});
