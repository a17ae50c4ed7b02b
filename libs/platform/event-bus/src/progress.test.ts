import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from './progress.ts';

test('a consumer that handles and goes on is fine', () => {
  const progress = new Progress(1000, 0);
  progress.started('t/0', 100);
  progress.succeeded('t/0');
  progress.turned(900);
  assert.equal(progress.verdict(1500), 'fine');
});

test('a handler that hangs is stuck', () => {
  const progress = new Progress(1000, 0);
  progress.started('t/0', 100);
  progress.turned(1200);
  assert.equal(progress.verdict(1100), 'fine');
  assert.equal(progress.verdict(1101), 'stuck');
});

test('failing again and again on one place is stuck although other places go on', () => {
  const progress = new Progress(1000, 0);
  for (let now = 0; now <= 1100; now += 100) {
    progress.started('t/0', now);
    progress.failed('t/0', now);
    progress.started('t/1', now);
    progress.succeeded('t/1');
    progress.turned(now);
  }
  assert.equal(progress.verdict(1100), 'stuck');
});

test('waiting for a dependency is never stuck', () => {
  const progress = new Progress(1000, 0);
  for (let now = 0; now <= 5000; now += 100) {
    progress.started('t/0', now);
    progress.waiting('t/0');
    progress.turned(now);
  }
  assert.equal(progress.verdict(5000), 'fine');
});

test('a partition given to another consumer is forgotten', () => {
  const progress = new Progress(1000, 0);
  progress.failed('t/0', 0);
  progress.assigned(['t/1']);
  progress.turned(1500);
  assert.equal(progress.verdict(1500), 'fine');
});

test('a loop that does not turn is silent', () => {
  const progress = new Progress(1000, 0);
  assert.equal(progress.verdict(1001), 'silent');
});
