import { performance } from 'node:perf_hooks';

/** A loop that must tick at least each `maxSilenceMs`; else liveness fails and the supervisor restarts the process. */
export interface Loop {
  tick(): void;
  /** The loop ended in good order and is no longer watched. */
  end(): void;
}

export interface Loops {
  loop(name: string, maxSilenceMs: number): Loop;
  /** Names of the loops that have been silent too long. */
  stalledLoops(): readonly string[];
}

/** Watches the loops of one process. Time is the machine's own, steady clock in milliseconds. */
export function watchLoops(now: () => number = () => performance.now()): Loops {
  const watched = new Set<{ name: string; maxSilenceMs: number; last: number }>();
  return {
    loop(name, maxSilenceMs) {
      const entry = { name, maxSilenceMs, last: now() };
      watched.add(entry);
      return {
        tick() {
          entry.last = now();
        },
        end() {
          watched.delete(entry);
        },
      };
    },
    stalledLoops: () =>
      [...watched].filter((entry) => now() - entry.last > entry.maxSilenceMs).map(({ name }) => name),
  };
}
