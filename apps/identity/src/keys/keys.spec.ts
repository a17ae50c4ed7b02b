import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
  const later = new Date(start.getTime() + 91 * 24 * 3_600_000);
  const rotated = await keysFor('signing', on.kit.store, seal, later);
  assert.equal(rotated.length, 2);
  assert.notEqual(rotated[0]?.kid, first?.kid);
  assert.equal(rotated[1]?.kid, first?.kid);
});

test('P573-8b: a key that another replica has made is seen without a restart', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: start.getTime() });
  const own = openKeyRing('signing', on.kit.store, seal);
  const before = await own.keys();
  await keysFor('signing', on.kit.store, seal, new Date(start.getTime() + 200 * 24 * 3_600_000));
  const past = performance.now() + 60_000;
  context.mock.method(performance, 'now', () => past);
  assert.equal((await own.keys()).length, before.length + 1);
});
