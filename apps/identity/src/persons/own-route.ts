import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import type { Store } from '@kyzmat/store';
import type { Person } from './person.ts';

/**
 * Cabinets that people opened by themselves. Each PIN and each INN has one living cabinet: the key `pin:<PIN>` or
 * `own-inn:<INN>` is unique, and what ESI vouches for comes before what somebody says of themselves.
 */
export interface OwnRoute {
  ensureIndexes(): Promise<void>;
  /** The living cabinet of a natural person, by whatever route it came. */
  byPin(pin: string): Promise<Person | undefined>;
  byInn(inn: string): Promise<Person | undefined>;
  /** Of any number of tries at once one makes the cabinet; the others get nothing. */
  open(key: OwnKey, details: OwnDetails): Promise<Person | undefined>;
  /** Whoever is known by this key: one of the own route, or `esi:` and `inn:`. */
  find(knownAs: string): Promise<Person | undefined>;
  /** ESI has proved that it is the same person: from now on it is that person's. False when they have another already. */
  join(key: OwnKey, knownAs: string): Promise<boolean>;
  /** Somebody else is the owner of this number: nobody enters this cabinet any more. */
  close(person: Person, at: string): Promise<void>;
  /** A qualified certificate with the same PIN has proved who it is. */
  prove(person: string): Promise<void>;
}
export type OwnKey = `pin:${string}` | `own-inn:${string}`;

interface OwnDetails {
  readonly id?: string;
  readonly profile: Person['profile'];
  readonly contact: Identity['Contact'];
}

export function openOwnRoute(store: Store): OwnRoute {
  const collection = store.collection<Person>('persons');
  const living = { closedAt: { $exists: false } };
  // `esi:` and `inn:` come before `pin:` and `own-inn:`: for a moment there may be both.
  const first = async (filter: object, sort: 1 | -1): Promise<Person | undefined> =>
    (
      await collection
        .find({ ...filter, ...living })
        .sort({ knownAs: sort })
        .limit(1)
        .toArray()
    )[0];
  const byPin = (pin: string) => first({ 'profile.pin': pin, 'profile.kind': 'natural' }, 1);
  const byInn = (inn: string) => first({ 'profile.inn': inn, 'profile.kind': 'legal' }, 1);

  return {
    async ensureIndexes() {
      await collection.createIndex({ 'profile.pin': 1 }, { sparse: true });
      await collection.createIndex({ 'profile.inn': 1 }, { sparse: true });
    },
    byPin,
    byInn,
    async open(knownAs, { id = randomUUID(), profile, contact }) {
      const { pin = '', inn = '' } = profile;
      const taken = profile.kind === 'natural' ? await byPin(pin) : await byInn(inn);
      if (taken !== undefined) return undefined;
      const person: Person = { _id: id, knownAs, profile, contact, consents: [] };
      try {
        await collection.insertOne(person);
      } catch (error) {
        if (isDuplicate(error)) return undefined;
        throw error;
      }
      // Whoever came through ESI at this very moment did not see us yet: we look once more, as they do after us.
      const holder = profile.kind === 'natural' ? await byPin(pin) : await byInn(inn);
      if (holder?._id === id) return person;
      await collection.deleteOne({ _id: id, knownAs });
      return undefined;
    },
    find: async (knownAs) => (await collection.findOne({ knownAs })) ?? undefined,
    async join(key, knownAs) {
      try {
        const { modifiedCount } = await collection.updateOne({ knownAs: key }, { $set: { knownAs } });
        return modifiedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async close({ _id, knownAs }, at) {
      await collection.updateOne({ _id, knownAs }, { $set: { knownAs: `closed:${_id}`, closedAt: at } });
    },
    async prove(person) {
      await collection.updateOne(
        { _id: person, 'profile.assurance': 'self_asserted' },
        { $set: { 'profile.assurance': 'qualified' } },
      );
    },
  };
}

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000;
}
