import { ProgramFailed, type Exit, type Program } from '@kyzmat/engines';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonIn, supervise, type Time } from './supervise.ts';

type Start = 'up' | 'crash';
const crash: Exit = { code: null, signal: 'SIGKILL' };

/** Lets everything happen that waits for nothing but its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A program that starts as told and ends when told, under supervision, in a time that passes by its pauses only. */
function stage(starts: readonly Start[]) {
  const said: string[] = [];
  const pauses: number[] = [];
  const stopping = new AbortController();
  let now = 0;
  let started = 0;
  let run = Promise.withResolvers<Exit>();
  const program: Program = {
    name: 'portal',
    log: '/nowhere/portal.log',
    pid: 1,
    isRunning: () => true,
    start() {
      run = Promise.withResolvers<Exit>();
      if (starts[started++] === 'up') return Promise.resolve();
      run.resolve(crash);
      return Promise.reject(new ProgramFailed('portal ended before it was ready'));
    },
    stop: () => Promise.resolve(),
    kill9: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    ended: () => run.promise,
  };
  const time: Time = {
    now: () => now,
    pause(ms) {
      pauses.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
  const up = supervise(program, (text) => said.push(text), stopping.signal, time);
  return {
    up,
    said,
    pauses,
    stopping,
    starts: () => started,
    crashAfter: async (ms: number): Promise<void> => {
      now += ms;
      run.resolve(crash);
      await turn();
    },
  };
}

test('what ends is started again, and said so, with pauses that grow while it keeps ending', async () => {
  const { up, crashAfter, starts, said, pauses } = stage(['up', 'up', 'up', 'up']);
  await up;
  for (let round = 0; round < 3; round += 1) await crashAfter(100);
  assert.equal(starts(), 4);
  assert.deepEqual(pauses, [500, 1000, 2000]);
  assert.deepEqual(said.slice(0, 3), [
    'portal is up',
    'portal ended (SIGKILL); it is started again in 0.5 s',
    'portal is up again',
  ]);
});

test('after a calm time the pauses are short again', async () => {
  const { up, crashAfter, pauses } = stage(['up', 'up', 'up', 'up']);
  await up;
  for (const after of [100, 100, 60_000]) await crashAfter(after);
  assert.deepEqual(pauses, [500, 1000, 500]);
});

test('what never comes up is given up after some tries, with its own words', async () => {
  const { up, starts } = stage(['crash', 'crash', 'crash', 'crash', 'up']);
  await assert.rejects(up, /portal ended before it was ready/);
  assert.equal(starts(), 4);
});

test('what comes up at a later try is up', async () => {
  const { up, starts } = stage(['crash', 'crash', 'up']);
  await up;
  assert.equal(starts(), 3);
});

test('what was up once is never given up', async () => {
  const { up, starts, crashAfter } = stage(['up', 'crash', 'crash', 'crash', 'crash', 'crash', 'up']);
  await up;
  await crashAfter(100);
  assert.equal(starts(), 7);
});

test('nothing is started again once everything stops', async () => {
  const { up, starts, stopping, said, crashAfter } = stage(['up', 'up']);
  await up;
  stopping.abort();
  await crashAfter(100);
  assert.equal(starts(), 1);
  assert.deepEqual(said, ['portal is up']);
});

test('the reason is the last error in the log, in the words of a log line', () => {
  assert.equal(
    reasonIn('{"level":50,"msg":"ConfigError: PORT is missing"}\n    at file:1\n'),
    'ConfigError: PORT is missing',
  );
  assert.equal(reasonIn('TypeError: no\n    at file.ts:1\n\nNode.js v24'), 'TypeError: no');
  assert.equal(reasonIn('all is well'), 'all is well');
});
