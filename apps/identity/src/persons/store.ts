import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';
import type { EsiClaims } from '../esi/claims.ts';
import type { Entry, Person } from './person.ts';

export interface Persons {
  ensureIndexes(): Promise<void>;
  get(id: string): Promise<Person>;
  find(id: string): Promise<Person | undefined>;
  /** Somebody came from ESI: makes the records at the first entry (P573-22b), refreshes what ESI knows at each. */
  enter(claims: EsiClaims, language: 'ky' | 'ru'): Promise<Entry>;
  changeContact(id: string, change: Identity['ContactChange']): Promise<Person>;
  addConsents(id: string, consents: readonly Identity['Consent'][], at: string): Promise<void>;
}

export function openPersons(store: Store): Persons {
  const collection = store.collection<Person>('persons');

  const find = async (id: string): Promise<Person | undefined> =>
    (await collection.findOne({ _id: id })) ?? undefined;
  const get = async (id: string): Promise<Person> => {
    const person = await find(id);
    if (person === undefined) throw notFound('No such person.');
    return person;
  };
  async function refresh(
    knownAs: string,
    profile: Person['profile'],
    contact: Identity['Contact'],
  ): Promise<Person> {
    const person = await collection.findOneAndUpdate(
      { knownAs },
      { $set: { profile }, $setOnInsert: { _id: randomUUID(), contact, consents: [] } },
      { upsert: true, returnDocument: 'after' },
    );
    if (person === null) throw new Error('An upsert gave nothing back');
    return person;
  }

  return {
    async ensureIndexes() {
      await collection.createIndex({ knownAs: 1 }, { unique: true });
    },
    get,
    find,
    async enter(claims, language) {
      const contact = contactOf(claims, language);
      const actor = await refresh(`esi:${claims.sub}`, naturalProfile(claims), contact);
      const { organisation } = claims;
      if (organisation === undefined) return { subject: actor, actor };
      const profile = { ...naturalProfile(claims), ...legalProfile(organisation) };
      return { subject: await refresh(`inn:${organisation.inn}`, profile, contact), actor };
    },
    async changeContact(id, change) {
      const person = await get(id);
      const contact = { ...person.contact, ...change };
      await collection.updateOne({ _id: id }, { $set: { contact } });
      return { ...person, contact };
    },
    async addConsents(id, consents, at) {
      await collection.updateOne({ _id: id }, { $push: { consents: { $each: [...consents] } } });
      await collection.updateOne(
        { _id: id, registeredAt: { $exists: false } },
        { $set: { registeredAt: at } },
      );
    },
  };
}

function naturalProfile(claims: EsiClaims): Person['profile'] {
  const { organisation, sub, ...rest } = claims;
  return { ...rest, kind: 'natural', displayName: claims.displayName };
}

function legalProfile(
  organisation: NonNullable<EsiClaims['organisation']>,
): Pick<Person['profile'], 'kind' | 'displayName' | 'inn' | 'organisation'> {
  return { kind: 'legal', displayName: organisation.name, inn: organisation.inn, organisation };
}

function contactOf({ phone, email }: EsiClaims, language: 'ky' | 'ru'): Identity['Contact'] {
  return {
    language,
    channels: ['emessage', ...(email === undefined ? [] : (['email'] as const))],
    ...(phone === undefined ? {} : { phone, emessageAddress: phone }),
    ...(email === undefined ? {} : { email }),
  };
}
