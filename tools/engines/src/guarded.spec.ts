import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { test } from 'node:test';
import { birthOf } from './birth.ts';
import { runToEnd, spawnGuarded, type Guarded } from './guarded.ts';

const shell = (script: string, graceSeconds = 5): Guarded =>
  spawnGuarded({ file: '/bin/sh', args: ['-c', script], output: 'pipe', graceSeconds });

async function firstLine(guarded: Guarded): Promise<string> {
  assert.ok(guarded.child.stdout);
  return lineOf(guarded.child.stdout);
}

async function lineOf(stream: Readable): Promise<string> {
  const line: unknown[] = await once(createInterface(stream), 'line');
  return String(line[0]);
}

async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => birthOf(pid) !== undefined))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

test('its pid is the one of the command itself, and its exit code comes through', async () => {
  const guarded = shell('echo $$; exit 3');
  assert.equal(await firstLine(guarded), String(guarded.pid));
  assert.deepEqual(await guarded.exited, { code: 3, signal: null });
  assert.equal(guarded.isRunning(), false);
});

test('stop is polite: the command may clear up', async () => {
  const guarded = shell('trap "exit 5" TERM; echo ready; while :; do sleep 0.05; done');
  await firstLine(guarded);
  assert.deepEqual(await guarded.stop(), { code: 5, signal: null });
});

test('what does not listen is killed when its grace is over, with its children', async () => {
  const guarded = shell('trap "" TERM; sleep 1000 & echo $!; while :; do sleep 0.05; done', 0.2);
  const grandchild = Number(await firstLine(guarded));
  assert.deepEqual(await guarded.stop(), { code: null, signal: 'SIGKILL' });
  await untilGone([grandchild]);
});

test('children that a command left behind end with it', async () => {
  const guarded = shell('sleep 1000 & echo $!');
  const grandchild = Number(await firstLine(guarded));
  await guarded.exited;
  await untilGone([grandchild]);
});

test('kill -9 of the starter leaves nothing, however deaf the command is', async () => {
  const script = `
    import { spawnGuarded } from ${JSON.stringify(new URL('guarded.ts', import.meta.url).href)};
    const deaf = 'trap "" TERM; sleep 1000 & echo $$ $!; while :; do sleep 0.05; done';
    spawnGuarded({ file: '/bin/sh', args: ['-c', deaf], output: 'inherit', graceSeconds: 1 });
  `;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const line = await lineOf(starter.stdout);
  starter.kill('SIGKILL');
  await untilGone(line.split(' ').map(Number));
});

test('runToEnd gives what was printed on both ways out', async () => {
  const { code, printed } = await runToEnd({ file: '/bin/sh', args: ['-c', 'echo out; echo err >&2'] });
  assert.equal(code, 0);
  assert.deepEqual(printed.trim().split('\n').sort(), ['err', 'out']);
});

test('a command that does not exist ends with the code of the shell', async () => {
  const { code } = await runToEnd({ file: '/nowhere/nothing', args: [] });
  assert.equal(code, 127);
});
