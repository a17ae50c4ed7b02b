import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';
import type { EsiClaims } from '../esi/claims.ts';
import type { Entry, Person } from './person.ts';

type ContactChange = {
  readonly [Field in keyof Identity['Contact']]?: Identity['Contact'][Field] | undefined;
};

export interface Persons {
  ensureIndexes(): Promise<void>;
  get(id: string): Promise<Person>;
  find(id: string): Promise<Person | undefined>;
  /** Somebody came from ESI: makes the records at the first entry (P573-22b), refreshes what ESI knows at each. */
  enter(claims: EsiClaims, language: 'ky' | 'ru'): Promise<Entry>;
  changeContact(id: string, change: ContactChange): Promise<Person>;
  /** A code has proved this address too: single applications may use it. */
  proved(id: string, address: string): Promise<Person>;
  /** Codes go to another phone, proved on the own route; notices too, if they went to the former one. */
  movePhone(id: string, phone: string): Promise<void>;
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
    // Codes go to the number ESI vouches for, as of this entry; the rest of the contact is the person's own choice.
    const { emessageAddress, ...chosen } = contact;
    const reached = emessageAddress === undefined ? {} : { emessageAddress };
    const person = await collection.findOneAndUpdate(
      { knownAs },
      {
        $set: { profile, esiAt: new Date(), ...contactFields(reached) },
        $setOnInsert: { _id: randomUUID(), consents: [], ...contactFields(chosen) },
      },
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
      const profile = legalProfile(claims, organisation);
      return { subject: await refresh(`inn:${organisation.inn}`, profile, contact), actor };
    },
    async changeContact(id, change) {
      const changes = contactFields(change);
      if (Object.keys(changes).length > 0) await collection.updateOne({ _id: id }, { $set: changes });
      return get(id);
    },
    async proved(id, address) {
      await collection.updateOne({ _id: id }, { $addToSet: { 'contact.proved': address } });
      return get(id);
    },
    async movePhone(id, phone) {
      const { contact } = await get(id);
      const noticesToo = contact.phone === undefined || contact.phone === contact.emessageAddress;
      const moved = contactFields({ emessageAddress: phone, ...(noticesToo && { phone }) });
      await collection.updateOne({ _id: id }, { $set: { ...moved, 'profile.phone': phone } });
    },
  };
}

/** Each field by itself, so that two changes at once do not undo each other. */
function contactFields(contact: ContactChange): Record<string, unknown> {
  const given = Object.entries(contact).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [`contact.${name}`, value]));
}

function naturalProfile(claims: EsiClaims): Person['profile'] {
  const { organisation, sub, ...rest } = claims;
  return { ...rest, kind: 'natural', displayName: claims.displayName, assurance: 'esi' };
}

/** An entity has several people acting for it: of them it keeps the way to reach it, never number, birth date or home. */
function legalProfile(
  { phone, email }: EsiClaims,
  organisation: NonNullable<EsiClaims['organisation']>,
): Person['profile'] {
  return {
    kind: 'legal',
    displayName: organisation.name,
    assurance: 'esi',
    inn: organisation.inn,
    organisation,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}

function contactOf({ phone, email }: EsiClaims, language: 'ky' | 'ru'): Identity['Contact'] {
  return {
    language,
    channels: ['emessage', ...(email === undefined ? [] : (['email'] as const))],
    ...(phone === undefined ? {} : { phone, emessageAddress: phone }),
    ...(email === undefined ? {} : { email }),
  };
}
