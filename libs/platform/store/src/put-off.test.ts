import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PutOff } from './put-off.ts';

test('each failure waits twice as long, at most a minute', () => {
  const putOff = new PutOff();
  const waits: number[] = [];
  for (let n = 0; n < 8; n++) {
    putOff.again('a', 0);
    waits.push(
      [999, 1999, 3999, 7999, 15_999, 31_999, 59_999].filter((ms) => putOff.waiting(ms).length > 0).length,
    );
  }
  assert.deepEqual(waits, [1, 2, 3, 4, 5, 6, 7, 7]);
  assert.deepEqual(putOff.waiting(60_000), []);
});

test('a success starts from the beginning, and only a thousand are remembered', () => {
  const putOff = new PutOff();
  putOff.again('a', 0);
  putOff.done('a');
  assert.deepEqual(putOff.waiting(0), []);
  for (let n = 0; n < 1500; n++) putOff.again(`x${n}`, 0);
  assert.equal(putOff.waiting(0).length, 1000);
  assert.ok(putOff.waiting(0).includes('x1499'));
});
