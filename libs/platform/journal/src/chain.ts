import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import { Overloaded, untilUp } from '@kyzmat/store';
import type { mongo } from 'mongoose';
import { beginning, follow, type Entry, type Head } from './entry.ts';

export interface ChainOptions<B> {
  /** Put before the chain's own id: which process writes it. */
  readonly name: string;
  readonly collection: mongo.Collection<Entry<B>>;
  readonly clock: Clock;
  /** Entries one write takes at most; default 500. */
  readonly maxGroup?: number;
  /** Entries that may wait; more throw Overloaded; default 5000. */
  readonly maxQueue?: number;
  /** How long an entry is tried while the database is away; default 3 s, then DependencyDown. */
  readonly retryForMs?: number;
  /** Told the head of each group after it was written and before anybody goes on; when it throws, nobody does. */
  readonly witness?: (head: Head) => Promise<void>;
}

/** Appends, and nothing else: there is no way to change or to remove an entry. */
export interface Chain<B> {
  /** Resolves when a majority of the database has the entry on disk, and the witness knows of it. */
  append(body: B): Promise<void>;
  /** The last entry that stands for certain; undefined while there is none. */
  head(): Head | undefined;
  /** Refuses more, waits for what was accepted. */
  stop(): Promise<void>;
}

interface Waiting<B> {
  readonly body: B;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A chain of this process alone, so nobody is waited for. Entries that come while a group is being written form the next
 * group: one trip to the disk for all of them. When it is not known whether a group stands, its chain ends there and a
 * new one begins with the same entries: rather written twice than not at all, and never with a hole.
 */
export function openChain<B>(options: ChainOptions<B>): Chain<B> {
  const { name, collection, clock, maxGroup = 500, maxQueue = 5000, retryForMs = 3000, witness } = options;
  const queue: Waiting<B>[] = [];
  let last = beginning(`${name}-${randomUUID()}`);
  let writing: Promise<void> | undefined;
  let confirmed: Head | undefined;
  let stopped = false;

  async function write(group: readonly Waiting<B>[]): Promise<void> {
    const at = instant(clock);
    await untilUp(retryForMs, async () => {
      let head = last;
      const entries = group.map(({ body }) => {
        const entry = follow(head, at, body);
        head = entry;
        return entry;
      });
      // Until it is certain, the next try begins a chain of its own.
      last = beginning(`${name}-${randomUUID()}`);
      await collection.insertMany(entries, { ordered: true });
      last = { chain: head.chain, seq: head.seq, hash: head.hash };
      confirmed = last;
    });
    if (confirmed !== undefined) await witness?.(confirmed);
  }
  async function pump(): Promise<void> {
    // Callers of the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const group = queue.splice(0, maxGroup);
      try {
        await write(group);
        group.forEach(({ resolve }) => resolve());
      } catch (error) {
        group.forEach(({ reject }) => reject(error));
      }
    }
    writing = undefined;
  }

  return {
    append(body) {
      if (stopped || queue.length >= maxQueue) return Promise.reject(new Overloaded());
      return new Promise((resolve, reject) => {
        queue.push({ body, resolve, reject });
        writing ??= pump();
      });
    },
    head: () => confirmed,
    async stop() {
      stopped = true;
      await writing;
    },
  };
}
