import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tailOf } from './log-tail.ts';

test('gives whole lines, each once, also of a file that is not there yet', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'kyzmat-tail-'));
  t.after(() => rm(dir, { recursive: true }));
  const log = join(dir, 'log');
  const tail = tailOf(log);
  assert.deepEqual(await tail.lines(), []);
  await appendFile(log, 'one\ntw');
  assert.deepEqual(await tail.lines(), ['one']);
  assert.deepEqual(await tail.lines(), []);
  await appendFile(log, 'o\nthree\n');
  assert.deepEqual(await tail.lines(), ['two', 'three']);
  await appendFile(log, 'old\n');
  await tail.skip();
  await appendFile(log, 'new\n');
  assert.deepEqual(await tail.lines(), ['new']);
});
