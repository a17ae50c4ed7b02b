import { tailOf, type Program } from '@kyzmat/engines';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from './say.ts';

const linesAtOnce = 3;

/** Says what the processes log as an error, until the signal. Everything else stays in their logs. */
export async function watchProblems(
  programs: readonly Program[],
  say: Say,
  stopping: AbortSignal,
): Promise<void> {
  const tails = programs.map((program) => ({ program, tail: tailOf(program.log) }));
  while (!stopping.aborted) {
    for (const { program, tail } of tails) {
      const problems = (await tail.lines()).flatMap((line) => problemIn(line) ?? []);
      for (const text of problems.slice(0, linesAtOnce)) say(`${program.name}: ${text}`);
      const more = problems.length - linesAtOnce;
      if (more > 0) say(`${program.name}: ${more} more problems, see ${program.log}`);
    }
    await sleep(1000, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** The message of a log line of level error or worse. */
export function problemIn(line: string): string | undefined {
  if (!/"level":("error"|"fatal"|[56]0)/.test(line)) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry === 'object' && entry !== null && 'msg' in entry && typeof entry.msg === 'string')
      return entry.msg;
  } catch {
    // not a log line after all: shown as it is
  }
  return line.slice(0, 200);
}
