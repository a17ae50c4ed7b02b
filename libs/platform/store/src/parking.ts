import type { Received } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { Store } from './connect.ts';
import type { DeadLetter, KeyMessages, Parked } from './inbox-types.ts';
import { keyOf } from './split.ts';
import type { Clock } from './types.ts';

/** Keys set aside by one consumer group, and their messages. */
export interface Parking {
  ensureIndexes(): Promise<void>;
  /** Which of these keys are parked, by `parkedId`. */
  among(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<ReadonlySet<string>>;
  /** Puts messages of parked keys behind the others. */
  behind(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<void>;
  /** Parks a key with the message that failed. */
  park(key: KeyMessages, failure: Failure, session: mongo.ClientSession): Promise<void>;
  list(): Promise<readonly Parked[]>;
  /** Letters in the order in which they came, the first 500. */
  letters(topic: string, key: string): Promise<readonly DeadLetter[]>;
  count(topic: string, key: string, session?: mongo.ClientSession): Promise<number>;
  failedAgain(letter: DeadLetter, error: string): Promise<void>;
  remove(letter: DeadLetter, session: mongo.ClientSession): Promise<void>;
  /** Frees the key when no letter is left; a message that comes at the same moment makes one of the two start again. */
  free(topic: string, key: string, session: mongo.ClientSession): Promise<boolean>;
  discard(letterId: string, reason: string): Promise<boolean>;
}

export interface Failure {
  readonly error: string;
  readonly attempts: number;
}

export function createParking(store: Store, group: string, clock: Clock): Parking {
  const parked = store.collection<Parked>('parked');
  const letters = store.collection<DeadLetter>('deadletters');
  const idOf = (topic: string, key: string): string => parkedId(group, topic, key);

  function letterOf(message: Received, failure: Failure | undefined): DeadLetter {
    const { origin, value, event } = message;
    return {
      _id: `${group} ${origin.topic}/${origin.partition}/${origin.offset}`,
      group,
      origin,
      key: keyOf(message),
      position: Number(origin.offset),
      value,
      eventId: event?.id ?? null,
      error: failure?.error ?? null,
      attempts: failure?.attempts ?? 0,
      parkedAt: clock.now().toISOString(),
    };
  }

  async function write(
    key: KeyMessages,
    failure: Failure | undefined,
    session: mongo.ClientSession,
  ): Promise<void> {
    const _id = idOf(key.topic, key.key);
    const since = clock.now().toISOString();
    const first = { group, topic: key.topic, key: key.key, since, error: failure?.error ?? '' };
    const change = { $setOnInsert: first, $inc: { touched: 1 } };
    await parked.updateOne({ _id }, change, { session, upsert: true });
    const operations = key.messages.map((message) => {
      const { _id: letterId, ...letter } = letterOf(message, failure);
      return { updateOne: { filter: { _id: letterId }, update: { $setOnInsert: letter }, upsert: true } };
    });
    await letters.bulkWrite(operations, { session });
  }

  function open(topic: string, key: string): mongo.Filter<DeadLetter> {
    return { group, 'origin.topic': topic, key, discarded: { $exists: false } };
  }

  function count(topic: string, key: string, session?: mongo.ClientSession): Promise<number> {
    return letters.countDocuments(open(topic, key), session === undefined ? {} : { session });
  }

  return {
    async ensureIndexes() {
      await parked.createIndex({ group: 1, since: 1 }, {}, {});
      await letters.createIndex({ group: 1, 'origin.topic': 1, key: 1, position: 1 }, {}, {});
    },
    async among(keys, session) {
      const ids = keys.map((each) => idOf(each.topic, each.key));
      const found = await parked.find({ _id: { $in: ids } }, { session, projection: { _id: 1 } }).toArray();
      return new Set(found.map((each) => each._id));
    },
    async behind(keys, session) {
      for (const key of keys) await write(key, undefined, session);
    },
    park: (key, failure, session) => write(key, failure, session),
    list: () => parked.find({ group }).sort({ since: 1 }).limit(1000).toArray(),
    letters: (topic, key) =>
      letters.find(open(topic, key)).sort({ 'origin.partition': 1, position: 1 }).limit(500).toArray(),
    count,
    async failedAgain(letter, error) {
      await letters.updateOne({ _id: letter._id }, { $set: { error }, $inc: { attempts: 1 } });
    },
    async remove(letter, session) {
      await letters.deleteOne({ _id: letter._id }, { session });
    },
    async free(topic, key, session) {
      if ((await count(topic, key, session)) > 0) return false;
      await parked.deleteOne({ _id: idOf(topic, key) }, { session });
      return true;
    },
    async discard(letterId, reason) {
      const discarded = { at: clock.now().toISOString(), reason };
      const { matchedCount } = await letters.updateOne({ _id: letterId, group }, { $set: { discarded } });
      return matchedCount === 1;
    },
  };
}

export function parkedId(group: string, topic: string, key: string): string {
  return `${group} ${topic} ${key}`;
}
