import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../fixtures/process.ts', import.meta.url));

/** Runs the process, sends the signals once it has started, and tells what it said and how it ended. */
async function run(fault: string, signals: readonly NodeJS.Signals[] = []) {
  const child = spawn(process.execPath, [main, fault], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const messages: string[] = [];
  const steps: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    const { msg, step, err } = logLine(line);
    messages.push(err === undefined ? msg : `${msg}: ${err.message}`);
    if (msg === 'stopped a step' && step !== undefined) steps.push(step);
    if (msg === 'started') for (const signal of signals) child.kill(signal);
  }
  await exited;
  return { code: child.exitCode, messages, steps };
}

interface LogLine {
  readonly msg: string;
  readonly step?: string;
  readonly err?: { readonly message: string };
}

function logLine(line: string): LogLine {
  const parsed: unknown = JSON.parse(line);
  assert.ok(isLogLine(parsed));
  return parsed;
}

function isLogLine(value: unknown): value is LogLine {
  return typeof value === 'object' && value !== null && 'msg' in value && typeof value.msg === 'string';
}

test('a signal stops the steps in order and ends with 0', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { code, steps, messages } = await run('none', [signal]);
    assert.deepEqual([code, steps], [0, ['door', 'workers', 'store']]);
    assert.equal(messages.at(-1), 'stopped');
  }
});

test('a step that fails is told, the next still stop, and the end is 1', async () => {
  const { code, steps, messages } = await run('step', ['SIGTERM']);
  assert.deepEqual([code, steps], [1, ['door', 'workers', 'store']]);
  assert.ok(messages.includes('a step did not stop: will not stop'));
});

test('a step that does not end is cut off by the deadline', async () => {
  const { code, messages } = await run('stuck', ['SIGTERM']);
  assert.equal(code, 1);
  assert.ok(messages.some((message) => message.startsWith('cut off: ')));
});

test('whoever ended the process by a signal with an exit code of its own gets that code', async () => {
  assert.equal((await run('exit-code', ['SIGTERM'])).code, 3);
});

test('a failed start and a rejection nobody handled are told and end with 1', async () => {
  const start = await run('start');
  assert.deepEqual([start.code, start.messages], [1, ['cannot start: no database']]);
  const rejection = await run('rejection');
  assert.equal(rejection.code, 1);
  // A fatal line is written at once, past lines still on their way.
  assert.ok(rejection.messages.includes('a rejection nobody handled: forgotten'));
});
