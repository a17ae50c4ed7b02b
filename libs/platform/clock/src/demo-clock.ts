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
  /** Who follows, for the sandbox to wait for. */
  readonly by?: string;
  readonly base?: Clock;
}

/**
 * Follows the demo clock: GET `url?by=…&offset=…` says who follows and by how much, and answers `{ "offsetMs": number }`,
 * at once when that is something else, after up to a second when it is not. So a jump of the clock arrives at once, and the
 * sandbox knows when everybody has made it. While the sandbox is silent the last offset holds and it is asked each second.
 * Never in production: the caller configures it for the demo only.
 */
export function demoClock(url: string, log: ClockLog, parts: DemoClockParts = {}): DemoClock {
  const {
    fetch = globalThis.fetch,
    everyMs = 1000,
    by = 'somebody',
    base = { now: () => new Date() },
  } = parts;
  const stopped = new AbortController();
  let offsetMs = 0;
  let answering = true;
  let asking = false;

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    const before = offsetMs;
    const since = performance.now();
    let again = false;
    try {
      const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(3 * everyMs)]);
      const query = new URLSearchParams({ by, offset: String(offsetMs) });
      const answer = await fetch(`${url}?${query.toString()}`, { signal });
      offsetMs = readOffset(await answer.json());
      // At once after a jump, to say that it is made, and after an answer that took its time; never in a hurry.
      again = offsetMs !== before || performance.now() - since > everyMs / 2;
      if (!answering) log.info({ offsetMs }, 'the demo clock answers again');
      answering = true;
    } catch {
      if (answering && !stopped.signal.aborted)
        log.warn({ offsetMs }, 'the demo clock is silent, its last time holds');
      answering = false;
    } finally {
      asking = false;
    }
    if (again && !stopped.signal.aborted) void ask();
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
