import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnGuarded, type Command, type Exit, type Guarded } from './guarded.ts';

/** How to run something that stays: an engine or a process. */
export interface Recipe {
  readonly name: string;
  readonly command: Omit<Command, 'output'>;
  /** What it prints is appended to this file. */
  readonly log: string;
  readonly readyWithinMs: number;
  /** Whatever must stand before each start. */
  prepare?(): Promise<void>;
  /** Asked again and again after each start until it says yes. A throw ends the start. */
  isReady(): Promise<boolean>;
}

/** Something that runs by a recipe and can be stopped, killed and started again. */
export interface Program {
  readonly name: string;
  readonly log: string;
  /** Of the last start; 0 before it. */
  readonly pid: number;
  isRunning(): boolean;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  stop(): Promise<void>;
  kill9(): Promise<void>;
  /** Stops it when it runs, and starts it on the same data and ports. */
  restart(): Promise<void>;
  /** Settles when the last start has ended, in whatever way. */
  ended(): Promise<Exit>;
}

/** It ended, or did not become ready in time. The message carries the end of its log. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

export function createProgram(recipe: Recipe): Program {
  let current: Guarded | undefined;
  let stops = 0;

  async function start(): Promise<void> {
    if (current?.isRunning() === true) return;
    const before = stops;
    await recipe.prepare?.();
    if (stops !== before) throw new ProgramFailed(`${recipe.name} was stopped before it ran`);
    current = spawnTo(recipe);
    await untilReady(recipe, current);
  }
  async function stop(): Promise<void> {
    stops += 1;
    await current?.stop();
  }
  return {
    name: recipe.name,
    log: recipe.log,
    get pid() {
      return current?.pid ?? 0;
    },
    isRunning: () => current?.isRunning() ?? false,
    start,
    stop,
    async kill9() {
      stops += 1;
      await current?.kill9();
    },
    async restart() {
      await stop();
      await start();
    },
    ended: async () => current?.exited ?? neverRan,
  };
}

const neverRan: Exit = { code: null, signal: null };

function spawnTo({ command, log }: Recipe): Guarded {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  try {
    return spawnGuarded({ ...command, output });
  } finally {
    closeSync(output);
  }
}

async function untilReady(recipe: Recipe, guarded: Guarded): Promise<void> {
  const deadline = Date.now() + recipe.readyWithinMs;
  while (guarded.isRunning()) {
    if (await recipe.isReady()) return;
    if (Date.now() > deadline) {
      throw new ProgramFailed(
        `${recipe.name} is not ready after ${recipe.readyWithinMs / 1000} s\n${await endOf(recipe.log)}`,
      );
    }
    await Promise.race([sleep(50), guarded.exited]);
  }
  const { code, signal } = await guarded.exited;
  throw new ProgramFailed(
    `${recipe.name} ended (${signal ?? `code ${String(code)}`}) before it was ready\n${await endOf(recipe.log)}`,
  );
}

/** The last lines of a log. */
export async function endOf(log: string, lines = 15): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
