import { randomUUID } from 'node:crypto';
import type { Answers } from '@kyzmat/forms';
import type { Store } from '@kyzmat/store';
import type { Details } from './read.ts';

/** Somebody has filled in the page and has still to prove the phone: nothing usable exists before that (P573-24). */
export interface Registration {
  readonly _id: string;
  readonly answers: Answers;
  readonly details: Details;
  readonly passwordHash: string;
  readonly language: 'ky' | 'ru';
  readonly at: Date;
}

export interface Registrations {
  ensureIndexes(): Promise<void>;
  add(registration: Omit<Registration, '_id' | 'at'>): Promise<Registration>;
  find(id: string): Promise<Registration | undefined>;
  /** Whoever takes it first has it. */
  take(id: string): Promise<Registration | undefined>;
}

const keptSeconds = 3600;

export function openRegistrations(store: Store): Registrations {
  const collection = store.collection<Registration>('registrations');
  return {
    async ensureIndexes() {
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
    },
    async add(registration) {
      const added = { ...registration, _id: randomUUID(), at: new Date() };
      await collection.insertOne(added);
      return added;
    },
    find: async (id) => (await collection.findOne({ _id: id })) ?? undefined,
    take: async (id) => (await collection.findOneAndDelete({ _id: id })) ?? undefined,
  };
}
