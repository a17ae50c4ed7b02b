import { endOf, type Program } from '@kyzmat/engines';
import { setTimeout as sleep } from 'node:timers/promises';
import { problemIn } from './problems.ts';
import type { Say } from './say.ts';

/** The time it goes by; a test has its own. */
export interface Time {
  now(): number;
  /** Ends early, and quietly, when the signal comes. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

const realTime: Time = {
  now: Date.now,
  pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
};

const crashesBeforeGivingUp = 4;
const calmAfterMs = 30_000;

/**
 * Keeps a program running until the signal: starts it again whenever it ends, after a pause that grows while it keeps
 * crashing. Resolves when it is ready for the first time; rejects when it crashes again and again without ever being so.
 */
export function supervise(
  program: Program,
  say: Say,
  stopping: AbortSignal,
  time: Time = realTime,
): Promise<void> {
  return new Promise((resolve, reject) => {
    void keepRunning(program, say, stopping, time, resolve).catch(reject);
  });
}

async function keepRunning(
  program: Program,
  say: Say,
  stopping: AbortSignal,
  time: Time,
  onUp: () => void,
): Promise<void> {
  let everUp = false;
  const isStopping = (): boolean => stopping.aborted;
  for (let crashes = 1; !isStopping(); crashes += 1) {
    const startedAt = time.now();
    try {
      await program.start();
      say(everUp ? `${program.name} is up again` : `${program.name} is up`);
      everUp = true;
      onUp();
    } catch (error) {
      if (isStopping()) return;
      if (!everUp && crashes === crashesBeforeGivingUp) throw error;
      await program.kill9();
    }
    const exit = await program.ended();
    if (isStopping()) return;
    if (time.now() - startedAt > calmAfterMs) crashes = 1;
    const pauseMs = Math.min(500 * 2 ** (crashes - 1), 15_000);
    const reason = exit.signal ?? reasonIn(await endOf(program.log, 40));
    say(`${program.name} ended (${reason}); it is started again in ${pauseMs / 1000} s`);
    await time.pause(pauseMs, stopping);
  }
}

/** The line of a log that most likely says why. */
export function reasonIn(log: string): string {
  const lines = log.split('\n').map((line) => problemIn(line) ?? line.trim());
  return lines.findLast((line) => /\w*Error\b/.test(line)) ?? lines.at(-1) ?? '';
}
