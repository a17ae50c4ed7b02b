import type { Log } from '@kyzmat/event-bus';

interface LoopOptions {
  readonly name: string;
  readonly pollMs: number | (() => number);
  readonly log: Log;
  /** Does what there is to do; true when there may be more at once. */
  readonly step: (excuse: Excuse) => Promise<boolean>;
}

/**
 * Waits for something that may take long without a fault of ours (Kafka is away): the loop still counts as alive, and a
 * stop gives the wait up after 3 s.
 */
export type Excuse = <T>(waiting: Promise<T>) => Promise<T>;

export interface Loop {
  /** Go round now. */
  nudge(): void;
  /** False when the loop hangs; for liveness. */
  alive(): boolean;
  /** Ends after the round in hand. */
  stop(): Promise<void>;
}

const hangsAfterMs = 60_000;
const longestPauseMs = 5000;
const stopPatienceMs = 3000;

/** Goes round until stopped: at once while there is more, else after a nudge or a poll; after errors later and later. */
export function startLoop(options: LoopOptions): Loop {
  const { pollMs } = options;
  let stopped = false;
  let nudged = false;
  let wake: (() => void) | undefined;
  let turnedAt = performance.now();
  let excused = 0;

  const givenUp = new AbortController();

  const excuse: Excuse = async (waiting) => {
    excused++;
    try {
      return await unlessAborted(waiting, givenUp.signal);
    } finally {
      excused--;
      turnedAt = performance.now();
    }
  };

  function rest(ms: number, byNudge: boolean): Promise<void> {
    if (stopped || (byNudge && nudged)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(end, ms);
      function end(): void {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      wake = () => {
        if (stopped || byNudge) end();
      };
    });
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stopped;) {
      turnedAt = performance.now();
      nudged = false;
      try {
        const more = await options.step(excuse);
        failures = 0;
        if (!more) await rest(typeof pollMs === 'number' ? pollMs : pollMs(), true);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        options.log.warn({ loop: options.name, failures, reason }, 'round failed, trying again');
        await rest(Math.min(longestPauseMs, 100 * 2 ** failures++), false);
      }
    }
  }

  // Not before the caller has the loop in hand.
  const running = Promise.resolve().then(run);
  return {
    nudge() {
      nudged = true;
      wake?.();
    },
    alive: () => excused > 0 || performance.now() - turnedAt < hangsAfterMs,
    async stop() {
      stopped = true;
      wake?.();
      const patience = setTimeout(() => givenUp.abort(), stopPatienceMs);
      await running;
      clearTimeout(patience);
    },
  };
}

function unlessAborted<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('stopped while waiting'));
    signal.addEventListener('abort', fail);
    waiting.finally(() => signal.removeEventListener('abort', fail)).then(resolve, reject);
  });
}
