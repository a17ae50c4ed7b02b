import { Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';

/** Slows down guessing: after so many tries within the window, a name is closed until the window ends. */
export interface Throttle {
  ensureIndexes(): Promise<void>;
  /** Counts a try; five in a window unless told. @throws Problem too_many_tries (429) */
  count(name: string, most?: number): Promise<void>;
  /** Whether this is the first time within the window. */
  first(name: string): Promise<boolean>;
  /** The try was a good one. */
  clear(name: string): Promise<void>;
}

interface Tries {
  readonly _id: string;
  readonly count: number;
  readonly firstAt: Date;
}
const allowed = 5;
const windowSeconds = 900;

export function openThrottle(store: Store): Throttle {
  const collection = store.collection<Tries>('tries');
  const add = async (name: string): Promise<number> => {
    const tries = await collection.findOneAndUpdate(
      { _id: name },
      { $inc: { count: 1 }, $setOnInsert: { firstAt: new Date() } },
      { upsert: true, returnDocument: 'after' },
    );
    return tries?.count ?? 1;
  };
  return {
    async ensureIndexes() {
      await collection.createIndex({ firstAt: 1 }, { expireAfterSeconds: windowSeconds });
    },
    async count(name, most = allowed) {
      if ((await add(name)) > most) throw new Problem(429, 'too_many_tries');
    },
    first: async (name) => (await add(name)) === 1,
    async clear(name) {
      await collection.deleteOne({ _id: name });
    },
  };
}
