import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newDocument, shardOf, updateOf } from './document.ts';
import { storedEvents } from './spec-support.ts';

test('a shard is a whole number from 0 to 63, always the same for an id', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const shard = shardOf(id);
      assert.ok(Number.isInteger(shard) && shard >= 0 && shard < 64);
      assert.equal(shardOf(id), shard);
    }),
  );
  assert.equal(shardOf('foobar'), 0xbf9cf968 % 64);
});

test('shards of many ids are nearly even', () => {
  const counts = new Map<number, number>();
  for (let n = 0; n < 64_000; n++) {
    const shard = shardOf(`application-${n}`);
    counts.set(shard, (counts.get(shard) ?? 0) + 1);
  }
  assert.equal(counts.size, 64);
  assert.ok(Math.min(...counts.values()) > 800 && Math.max(...counts.values()) < 1200);
});

test('a new document has version 1 and carries no empty times', () => {
  const plain = newDocument({ _id: 'a', state: {} }, 'token');
  assert.deepEqual(plain, {
    _id: 'a',
    version: 1,
    shard: shardOf('a'),
    state: {},
    history: [],
    pending: [],
    todo: [],
    writes: ['token'],
  });
  const [event] = storedEvents('a', 1, 1);
  assert.ok(event);
  const full = newDocument(
    { _id: 'a', state: {}, pending: [event], nextDueAt: '2026-01-01T00:00:00.000Z' },
    't',
  );
  assert.equal(full.pendingSince, event.time);
  assert.equal(full.nextDueAt, '2026-01-01T00:00:00.000Z');
});

test('an update without an open clock takes the old one away', () => {
  assert.deepEqual(updateOf(3, { state: {} }, 't').$unset, { nextDueAt: '' });
  assert.equal(updateOf(3, { state: {}, nextDueAt: '2026-01-01T00:00:00.000Z' }, 't').$unset, undefined);
});

test('events no broker would take are refused before they are stored', () => {
  const [event] = storedEvents('a', 1, 1);
  assert.ok(event);
  const long = { ...event, data: 'x'.repeat(70_000) };
  assert.throws(() => newDocument({ _id: 'a', state: {}, pending: [long] }, 't'), RangeError);
  assert.throws(() => updateOf(1, { state: {}, pending: storedEvents('a', 2, 101) }, 't'), RangeError);
});
