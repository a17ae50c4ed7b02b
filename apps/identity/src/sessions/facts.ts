import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import { accessCollection, attestationOf, type Journal } from '@kyzmat/journal';
import type { Store } from '@kyzmat/store';
import type { Whereabouts } from './browser.ts';

/** P573-19d: a fact of access to the portal, of one who entered or one who was refused. Only ever added, and proved by the journal. */
export interface AccessFact extends Whereabouts {
  readonly _id: string;
  readonly at: string;
  readonly route: Identity['Route'];
  readonly outcome: 'entered' | 'refused';
  /** Who it was, where that is known; the member of staff, or the person who acts. */
  readonly person?: string;
  readonly actingFor?: string;
  readonly reason?: string;
  readonly session?: string;
  /** This person had entered before, never by this browser. */
  readonly newBrowser?: boolean;
}

export interface AccessFacts {
  ensureIndexes(): Promise<void>;
  add(fact: Omit<AccessFact, '_id' | 'newBrowser'>): Promise<AccessFact>;
  /** Newest first, `after` the id of the last one shown. */
  of(person: string, after?: string): Promise<{ facts: readonly AccessFact[]; next?: string }>;
}

/** One that a crash left without its entry in the journal let nobody in: it counts for nothing. */
type StoredFact = AccessFact & { readonly unproved?: boolean };
const proved = { unproved: { $exists: false } };

const pageSize = 20;

export function openAccessFacts(store: Store, journal: Pick<Journal, 'attests'>): AccessFacts {
  const collection = store.collection<StoredFact>(accessCollection);

  async function isNewBrowser({ person, outcome, browser }: Omit<AccessFact, '_id'>): Promise<boolean> {
    if (person === undefined || outcome !== 'entered') return false;
    const before = { person, outcome, ...proved };
    const [any, same] = await Promise.all([
      collection.findOne(before, { projection: { _id: 1 } }),
      collection.findOne({ ...before, browser: browser ?? { $exists: false } }, { projection: { _id: 1 } }),
    ]);
    return any !== null && same === null;
  }

  return {
    async ensureIndexes() {
      await collection.createIndex({ person: 1, at: -1, _id: -1 });
    },
    async add(fact) {
      const newBrowser = await isNewBrowser(fact);
      const added: AccessFact = { ...fact, _id: randomUUID(), ...(newBrowser ? { newBrowser } : {}) };
      await collection.insertOne({ ...added, unproved: true });
      await journal.attests(attestationOf(added));
      await collection.updateOne({ _id: added._id }, { $unset: { unproved: '' } });
      return added;
    },
    async of(person, after) {
      const last = after === undefined ? null : await collection.findOne({ _id: after, person });
      const older =
        last === null ? {} : { $or: [{ at: { $lt: last.at } }, { at: last.at, _id: { $lt: last._id } }] };
      const found = await collection
        .find({ person, ...proved, ...older })
        .sort({ at: -1, _id: -1 })
        .limit(pageSize + 1)
        .toArray();
      const facts = found.slice(0, pageSize);
      const next = found.length > pageSize ? facts.at(-1)?._id : undefined;
      return { facts, ...(next === undefined ? {} : { next }) };
    },
  };
}
