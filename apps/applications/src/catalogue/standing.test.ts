import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shared } from './standing.ts';

test('C22-13b: an answer is never older than the call that gets it, and questions are shared', async () => {
  const answers: ((value: number) => void)[] = [];
  const ask = shared(() => new Promise<number>((resolve) => answers.push(resolve)));
  const first = ask('a');
  const second = ask('a');
  const third = ask('a');
  assert.equal(answers.length, 1);
  answers[0]?.(1);
  assert.equal(await first, 1);
  await new Promise(setImmediate);
  assert.equal(answers.length, 2);
  answers[1]?.(2);
  assert.deepEqual(await Promise.all([second, third]), [2, 2]);
  const later = ask('a');
  answers[2]?.(3);
  assert.equal(await later, 3);
});

test('C22-13b: a question that failed answers nobody who came after it began', async () => {
  let asked = 0;
  const ask = shared(() => (++asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve(asked)));
  const [first, second] = await Promise.allSettled([ask('a'), ask('a')]);
  assert.equal(first.status, 'rejected');
  assert.deepEqual(second, { status: 'fulfilled', value: 2 });
});
