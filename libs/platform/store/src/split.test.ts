import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Received } from '@kyzmat/event-bus';
import fc from 'fast-check';
import type { KeyMessages } from './inbox-types.ts';
import { byKey, halves } from './split.ts';

function message(key: string, offset: number): Received {
  return { origin: { topic: 't', partition: 0, offset: String(offset), key, headers: {} }, value: '' };
}

const batch = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((keys) => keys.map(message));

test('messages are grouped by key and stay in order', () => {
  fc.assert(
    fc.property(batch, (messages) => {
      const groups = byKey(messages);
      for (const { key, messages: own } of groups) {
        assert.deepEqual(
          own,
          messages.filter((each) => each.origin.key === key),
        );
      }
      assert.equal(groups.flatMap((each) => each.messages).length, messages.length);
    }),
  );
});

test('messages without a key stand alone', () => {
  assert.deepEqual(
    byKey([message('', 1), message('', 2)]).map((each) => each.key),
    ['0/1', '0/2'],
  );
});

test('halving ends at single messages and keeps the order of each key', () => {
  const leaves = (keys: readonly KeyMessages[]): Received[] => {
    const parts = halves(keys);
    if (parts !== undefined) return [...leaves(parts[0]), ...leaves(parts[1])];
    assert.ok(keys.length <= 1 && (keys[0]?.messages.length ?? 1) === 1);
    return keys.flatMap((each) => each.messages);
  };
  fc.assert(
    fc.property(batch, (messages) => {
      const groups = byKey(messages);
      assert.deepEqual(
        leaves(groups),
        groups.flatMap((each) => each.messages),
      );
    }),
  );
});
