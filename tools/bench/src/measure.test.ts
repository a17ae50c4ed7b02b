import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, percentiles, together } from './measure.ts';

test('percentiles are values that were measured', () => {
  const times = Array.from({ length: 200 }, (_each, index) => 200 - index);
  assert.deepEqual(percentiles(times), { p50: 100, p99: 198 });
  assert.deepEqual(percentiles([7]), { p50: 7, p99: 7 });
});

test('every job runs once, never more at a time than callers, and failures are counted', async () => {
  let running = 0;
  let most = 0;
  const jobs = Array.from({ length: 50 }, (_each, index) => async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    if (index === 3) throw new Error('broken');
    return index !== 4;
  });
  const { count, failed } = await measure(8, jobs);
  assert.deepEqual([count, failed, most], [50, 2, 8]);
});

test('runs together: the time of all, the worst tail', () => {
  const run = { count: 10, failed: 0, perSecond: 10, p50: 5, p99: 9 };
  const all = together([run, { ...run, failed: 1, perSecond: 5, p99: 20 }]);
  assert.deepEqual([all.count, all.failed, all.p99], [20, 1, 20]);
  assert.ok(Math.abs(all.perSecond - 20 / 3) < 1e-9);
});
