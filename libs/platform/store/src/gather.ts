export interface Gathering<T> {
  /** Goes with the next group. */
  add(entry: T): void;
  /** How many have not been taken into a group yet. */
  waiting(): number;
  /** Resolves when nothing waits and nothing is being written. */
  idle(): Promise<void>;
}

export interface GatheringOptions {
  /** How much a group takes at most, or one entry that is larger; default 200. */
  readonly maxBatch?: number;
  /** Groups written at the same time; default 2. */
  readonly inFlight?: number;
}

/**
 * Entries of the same turn of the event loop, and those that come while groups are being written, are written together:
 * they share one call to the database and one flush of its journal. `write` answers each entry itself and never throws; `size` is
 * what an entry counts for.
 */
export function gather<T>(
  write: (group: readonly T[]) => Promise<void>,
  { maxBatch = 200, inFlight = 2 }: GatheringOptions = {},
  size: (entry: T) => number = () => 1,
): Gathering<T> {
  const queue: T[] = [];
  let writing = 0;
  let scheduled = false;
  let onIdle: (() => void)[] = [];

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      pump();
    });
  }

  function nextGroup(): readonly T[] {
    let total = 0;
    const full = queue.findIndex((entry, i) => (total += size(entry)) > maxBatch && i > 0);
    return queue.splice(0, full === -1 ? queue.length : full);
  }

  function pump(): void {
    while (writing < inFlight && queue.length > 0) {
      writing++;
      void write(nextGroup()).finally(() => {
        writing--;
        pump();
      });
    }
    if (writing > 0 || queue.length > 0) return;
    onIdle.forEach((resolve) => resolve());
    onIdle = [];
  }

  return {
    add(entry) {
      queue.push(entry);
      schedule();
    },
    waiting: () => queue.length,
    idle() {
      schedule();
      return new Promise((resolve) => onIdle.push(resolve));
    },
  };
}
