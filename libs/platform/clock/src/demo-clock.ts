import type { Clock } from './clock.ts';

/** A clock that follows the sandbox's. */
export interface DemoClock extends Clock {
  /** Resolves after the first answer or the first failure, so that a start can wait for the right time. */
  readonly ready: Promise<void>;
  stop(): void;
}

/** The part of a logger the clock needs. */
export interface ClockLog {
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
}

export interface DemoClockParts {
  readonly fetch?: (url: string, options: { signal: AbortSignal }) => Promise<{ json(): Promise<unknown> }>;
  readonly everyMs?: number;
  readonly base?: Clock;
}

/**
 * Follows the demo clock: GET `url` answers `{ "offsetMs": number }`, asked each second; between answers and while the
 * sandbox is silent the last offset holds. Never in production: the caller configures it for the demo only.
 */
export function demoClock(url: string, log: ClockLog, parts: DemoClockParts = {}): DemoClock {
  const { fetch = globalThis.fetch, everyMs = 1000, base = { now: () => new Date() } } = parts;
  const stopped = new AbortController();
  let offsetMs = 0;
  let answering = true;
  let asking = false;

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(2 * everyMs)]);
      const answer = await fetch(url, { signal });
      offsetMs = readOffset(await answer.json());
      if (!answering) log.info({ offsetMs }, 'the demo clock answers again');
      answering = true;
    } catch {
      if (answering && !stopped.signal.aborted)
        log.warn({ offsetMs }, 'the demo clock is silent, its last time holds');
      answering = false;
    } finally {
      asking = false;
    }
  }

  const timer = setInterval(() => void ask(), everyMs);
  timer.unref();
  return {
    ready: ask(),
    now: () => new Date(base.now().getTime() + offsetMs),
    stop() {
      clearInterval(timer);
      stopped.abort();
    },
  };
}

function readOffset(answer: unknown): number {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'offsetMs' in answer &&
    Number.isSafeInteger(answer.offsetMs)
  ) {
    return Number(answer.offsetMs);
  }
  throw new Error('no offset in the answer');
}
