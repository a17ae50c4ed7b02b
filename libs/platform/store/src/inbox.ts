import { DependencyDown, noFaults, readEvent } from '@kyzmat/event-bus';
import type { Batch, Received } from '@kyzmat/event-bus';
import { backoff, isDown } from './database-errors.ts';
import { createApplier } from './inbox-apply.ts';
import { gather } from './gather.ts';
import type { DeadLetter, Inbox, InboxOptions, KeyMessages, Replayed } from './inbox-types.ts';
import { createParking } from './parking.ts';
import { byKey, halves } from './split.ts';
import { inTransaction } from './transaction.ts';

/** Tries of one message before it is parked. */
const tries = 3;
/** Messages of a transaction: more would make it longer than the database lets it be. */
const maxTogether = 400;

interface Waiting {
  readonly messages: number;
  readonly keys: readonly KeyMessages[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Applies events to the store exactly once in effect: inbox rows and writes in one transaction, offsets after. What fails
 * is found by halving, parked with the later events of its key, and can be played again; other keys go on.
 */
export async function consumeIntoStore(options: InboxOptions): Promise<Inbox> {
  const { store, bus, group, log, clock, onCommitted, faults = noFaults, concerns = () => true } = options;
  const parking = createParking(store, group, clock);
  const applier = createApplier(options, parking);
  await parking.ensureIndexes();
  await applier.ensureIndexes();

  async function apply(keys: readonly KeyMessages[]): Promise<void> {
    await inTransaction(store.client, (session) => applier.apply(keys, session));
    await faults.at('inbox.committed');
    onCommitted?.();
  }

  async function settle(keys: readonly KeyMessages[]): Promise<void> {
    try {
      await apply(keys);
    } catch (error) {
      if (mustWait(error)) throw error;
      const parts = halves(keys);
      if (parts === undefined) return settleOne(keys);
      await settle(parts[0]);
      await settle(parts[1]);
    }
  }

  /** Batches of several partitions that come at the same time share a transaction. */
  const groups = gather<Waiting>(
    async (some) => {
      try {
        await settle(some.flatMap(({ keys }) => keys));
        some.forEach(({ resolve }) => resolve());
      } catch (error) {
        some.forEach(({ reject }) => reject(error));
      }
    },
    { inFlight: 1, maxBatch: maxTogether },
    ({ messages }) => messages,
  );
  const together = (messages: readonly Received[]): Promise<void> =>
    new Promise((resolve, reject) => {
      groups.add({ messages: messages.length, keys: byKey(messages), resolve, reject });
    });

  async function settleOne(keys: readonly KeyMessages[]): Promise<void> {
    for (let attempt = 2; ; attempt++) {
      await backoff(attempt);
      try {
        await apply(keys);
        return;
      } catch (error) {
        if (mustWait(error)) throw error;
        if (attempt >= tries) return park(keys, { error: textOf(error), attempts: attempt });
      }
    }
  }

  async function park(
    keys: readonly KeyMessages[],
    failure: { error: string; attempts: number },
  ): Promise<void> {
    for (const key of keys) {
      await inTransaction(store.client, (session) => parking.park(key, failure, session));
      log.error({ group, topic: key.topic, key: key.key, error: failure.error }, 'key parked');
    }
  }

  async function replay(topic: string, key: string): Promise<Replayed> {
    for (let applied = 0; ;) {
      const letters = await parking.letters(topic, key);
      for (const letter of letters) {
        const error = await playAgain(letter);
        if (error !== undefined) {
          await parking.failedAgain(letter, error);
          return { applied, left: await parking.count(topic, key) };
        }
        applied++;
      }
      if (await inTransaction(store.client, (session) => parking.free(topic, key, session))) {
        log.info({ group, topic, key, applied }, 'key played again');
        onCommitted?.();
        return { applied, left: 0 };
      }
    }
  }

  /** Resolves with what went wrong, if anything. */
  async function playAgain(letter: DeadLetter): Promise<string | undefined> {
    try {
      await inTransaction(store.client, async (session) => {
        await applier.applyParked(byKey([receivedOf(letter)]), session);
        await parking.remove(letter, session);
      });
      return undefined;
    } catch (error) {
      if (mustWait(error)) throw error;
      return textOf(error);
    }
  }

  const consumer = await bus.consume({
    group,
    topics: options.topics,
    async handle({ messages }: Batch) {
      const ours = messages.filter(({ event }) => event === undefined || concerns(event));
      if (ours.length > 0) await together(ours);
    },
  });

  return {
    joined: () => consumer.joined(),
    alive: () => consumer.alive(),
    parked: () => parking.list(),
    letters: (topic, key) => parking.letters(topic, key),
    replay,
    discard: (letterId, reason) => parking.discard(letterId, reason),
    stop: () => consumer.stop(),
  };
}

/** No fault of the messages: the whole batch comes again. */
function mustWait(error: unknown): boolean {
  return error instanceof DependencyDown || isDown(error);
}

function receivedOf({ origin, value }: DeadLetter): Received {
  const event = readEvent(value);
  return event === undefined ? { origin, value } : { origin, value, event };
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
