import { birthOf } from '@kyzmat/engines';
import { defaultPorts } from '@kyzmat/world';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isLock, liveHolder, takeLock, type Holder, type Lock } from './lock.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kyzmat-lock-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

function taken(lock: Lock | Holder): Lock {
  assert.ok(isLock(lock));
  return lock;
}

test('one launcher a folder: the second learns who has it', () => {
  const file = join(dir, 'new', 'launcher.json');
  const lock = taken(takeLock(file));
  assert.equal(lock.wasStale, false);
  assert.deepEqual(takeLock(file), { pid: process.pid, birth: birthOf(process.pid) });
  lock.release();
  assert.equal(existsSync(file), false);
  taken(takeLock(file)).release();
  assert.deepEqual(readdirSync(join(dir, 'new')), []);
});

test('others find the platform once it is up', () => {
  const file = join(dir, 'launcher.json');
  const lock = taken(takeLock(file));
  assert.equal(liveHolder(file)?.running, undefined);
  const running = { ports: defaultPorts, engines: { kafkaBrokers: 'k:1', mongodbUri: 'mongodb://m:2' } };
  lock.publish(running);
  assert.deepEqual(liveHolder(file)?.running, running);
});

for (const [what, content] of [
  ['whose process is gone', '{"pid":4000000,"birth":"1"}'],
  ['whose number belongs to another process now', `{"pid":${process.pid},"birth":"long ago"}`],
  ['that is damaged', '{"pid"'],
] as const) {
  test(`a lock ${what} counts for nothing`, () => {
    const file = join(dir, 'launcher.json');
    writeFileSync(file, content);
    assert.equal(liveHolder(file), undefined);
    assert.equal(taken(takeLock(file)).wasStale, true);
  });
}
