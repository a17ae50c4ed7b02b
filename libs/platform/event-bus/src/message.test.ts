import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode, encode, parse, runs } from './message.ts';
import type { CloudEvent } from './types.ts';

const event: CloudEvent = {
  specversion: '1.0',
  id: 'a1:1:0',
  source: '/kyzmat/test',
  type: 'thing.happened.v1',
  subject: 'a1',
  time: '2026-03-12T08:00:00.000Z',
  datacontenttype: 'application/json',
  data: { text: 'ң ө ү' },
};

test('an event survives the way through Kafka', () => {
  const sent = encode(event);
  const message = {
    key: Buffer.from('a1'),
    value: Buffer.from(sent.value),
    headers: { 'content-type': Buffer.from('application/json') },
    timestamp: '0',
    attributes: 0,
    offset: '7',
  };
  const received = decode('things', 2, message);
  assert.deepEqual(received.event, event);
  assert.deepEqual(received.origin, {
    topic: 'things',
    partition: 2,
    offset: '7',
    key: 'a1',
    headers: { 'content-type': 'application/json' },
  });
});

test('what is no CloudEvent is kept as text', () => {
  for (const value of ['', 'no json', '[]', 'null', '{}', JSON.stringify({ ...event, id: '' })]) {
    assert.equal(parse(value), undefined, value);
  }
  assert.equal(parse(JSON.stringify({ ...event, data: undefined })), undefined);
  const message = {
    key: null,
    value: Buffer.from('no json'),
    timestamp: '0',
    attributes: 0,
    offset: '1',
    headers: {},
  };
  const received = decode('things', 0, message);
  assert.equal(received.value, 'no json');
  assert.equal(received.event, undefined);
  assert.equal(received.origin.key, '');
});

test('runs keep every item and its order, within count and size', () => {
  const items = fc.array(fc.string({ maxLength: 50 }).map((value) => ({ value })));
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 2000 }),
      (all, count, bytes) => {
        const cut = runs(all, count, bytes);
        assert.deepEqual(cut.flat(), all);
        for (const run of cut) {
          const size = run.reduce((sum, item) => sum + Buffer.byteLength(item.value) + 200, 0);
          assert.ok(run.length > 0 && run.length <= count && (run.length === 1 || size <= bytes));
        }
      },
    ),
  );
});
