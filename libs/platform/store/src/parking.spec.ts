import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Received } from '@kyzmat/event-bus';
import type { Store } from './connect.ts';
import { createParking } from './parking.ts';
import { clock, newStore } from './spec-support.ts';
import { byKey } from './split.ts';
import { inTransaction } from './transaction.ts';

let store: Store & { end(): Promise<void> };
before(async () => {
  store = await newStore();
});
after(() => store.end());

const message = (offset: number): Received => ({
  origin: { topic: 't', partition: 0, offset: String(offset), key: 'k', headers: {} },
  value: '',
});

test('a key is not freed while a message is being put behind it, nor while a letter is left', async () => {
  const parking = createParking(store, 'g', clock);
  await parking.ensureIndexes();
  const [failed = [], later = []] = [message(1), message(2)].map((each) => byKey([each]));
  const free = () => inTransaction(store.client, (session) => parking.free('t', 'k', session));
  await inTransaction(store.client, async (session) => {
    for (const key of failed) await parking.park(key, { error: 'cannot', attempts: 3 }, session);
  });
  assert.equal(await free(), false);
  const [letter] = await parking.letters('t', 'k');
  assert.ok(letter);
  await inTransaction(store.client, (session) => parking.remove(letter, session));

  await inTransaction(store.client, async (session) => {
    assert.equal((await parking.among(later, session)).size, 1);
    await parking.behind(later, session);
    await assert.rejects(free(), { name: 'DependencyDown' });
  });
  assert.equal(await free(), false);
  assert.deepEqual(
    (await parking.letters('t', 'k')).map((each) => each.position),
    [2],
  );
  assert.equal((await parking.list()).length, 1);
});
