import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fixedClock } from '@kyzmat/clock';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { keysFor, openKeyRing, publicPart } from './keys.ts';
import { createSeal } from './sealed.ts';

let on: TestKit<Record<string, never>>;
before(async () => {
  on = await openTestKit({ name: 'identity', spec: {} });
});
after(() => on.close());

const seal = createSeal('a secret of this test');
const start = new Date('2026-03-12T04:00:00.000Z');
const hour = 3_600_000;
const day = 24 * hour;
const keysAt = (use: 'oidc' | 'signing', ms: number) =>
  keysFor(use, on.kit.store, seal, new Date(start.getTime() + ms));

test('replicas that start at once have one key, sealed where it is stored', async () => {
  const sets = await Promise.all(Array.from({ length: 5 }, () => keysFor('oidc', on.kit.store, seal, start)));
  assert.equal(new Set(sets.flat().map(({ kid }) => kid)).size, 1);
  const [key] = sets.flat();
  const stored = JSON.stringify(await on.kit.store.collection('keys').find().toArray());
  assert.ok(key?.d !== undefined && !stored.includes(key.d));
  assert.equal(publicPart(key).d, undefined);
  await assert.rejects(keysFor('oidc', on.kit.store, createSeal('another secret'), start));
});

test('after ninety days a new key signs and the old one still verifies', async () => {
  const [first] = await keysFor('signing', on.kit.store, seal, start);
  const announced = await keysAt('signing', 90 * day);
  assert.deepEqual([announced.length, announced[0]?.kid], [2, first?.kid], 'known before it signs');
  const rotated = await keysAt('signing', 90 * day + hour);
  assert.deepEqual([rotated.length, rotated[1]?.kid], [2, first?.kid]);
  assert.equal((await keysAt('signing', 400 * day)).at(-1)?.kid, first?.kid, 'statements are for good');
});

test('P573-8b: a key of tokens is published as long as what it signed can be in force, and no longer', async () => {
  const [first] = await keysAt('oidc', 0);
  const kidsAt = async (ms: number) => (await keysAt('oidc', ms)).map(({ kid }) => kid);
  const [signs, next] = await kidsAt(90 * day);
  assert.equal(signs, first?.kid);
  assert.deepEqual(await kidsAt(90 * day + hour), [next, signs]);
  assert.deepEqual(await kidsAt(91 * day), [next, signs]);
  assert.deepEqual(await kidsAt(91 * day + hour), [next]);
});

test('P573-8b: a key that another replica has made is seen without a restart', async () => {
  const clock = fixedClock('2028-03-12T04:00:00.000Z');
  const own = openKeyRing('signing', on.kit.store, seal, clock);
  const before = await own.keys();
  await keysFor('signing', on.kit.store, seal, new Date('2028-12-12T04:00:00.000Z'));
  assert.equal((await own.keys()).length, before.length);
  clock.advance(60_000);
  assert.equal((await own.keys()).length, before.length + 1);
});
