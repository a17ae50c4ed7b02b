import type { Store } from '@kyzmat/store';

/** A message the stand-in has taken. Its id makes a repeat harmless. */
export interface Message {
  readonly _id: string;
  readonly to: string;
  readonly text: string;
  readonly category: string;
  readonly at: Date;
}

export interface Messages {
  ensureIndexes(): Promise<void>;
  take(message: Omit<Message, 'at'>): Promise<void>;
  /** Newest first; of one number, or of all. */
  list(to?: string): Promise<readonly Message[]>;
}

const shown = 50;

export function openMessages(store: Store): Messages {
  const collection = store.collection<Message>('messages');
  return {
    async ensureIndexes() {
      await collection.createIndex({ to: 1, at: -1 });
      await collection.createIndex({ at: -1 });
    },
    async take({ _id, ...message }) {
      await collection.updateOne({ _id }, { $setOnInsert: { ...message, at: new Date() } }, { upsert: true });
    },
    list: (to) =>
      collection
        .find(to === undefined ? {} : { to })
        .sort({ at: -1 })
        .limit(shown)
        .toArray(),
  };
}
