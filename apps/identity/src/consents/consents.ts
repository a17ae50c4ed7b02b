import { instant, type Clock } from '@kyzmat/clock';
import type { Identity } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Store } from '@kyzmat/store';
import type { Person } from '../persons/person.ts';
import type { Persons } from '../persons/store.ts';
import { agreementsInForce, consentKinds, type Agreement, type ConsentKind } from './agreements.ts';
import { missingConsents, type MissingConsent } from './missing.ts';

/** How a consent was given, and by whom. */
export interface Given {
  readonly route: Identity['Route'];
  readonly by: string;
}

export interface Consents {
  /** Every version, and those that are asked for now. */
  readonly published: readonly Agreement[];
  inForce(): readonly Agreement[];
  missing(subjectId: string, actorId: string): Promise<readonly MissingConsent[]>;
  /** Gives what is missing. With both consents the cabinet comes into being (P573-8j). */
  give(wanted: readonly MissingConsent[], given: Given): Promise<void>;
  /** In force at once. Nothing given is ever taken out of the history. */
  withdraw(personId: string, kind: ConsentKind): Promise<void>;
}

export function openConsents(
  store: Store,
  { persons, clock, published }: { persons: Persons; clock: Clock; published: readonly Agreement[] },
): Consents {
  const collection = store.collection<Person>('persons');
  const inForce = (): readonly Agreement[] => agreementsInForce(published, instant(clock));

  async function giveOne({ person, kind, version }: MissingConsent, { route, by }: Given): Promise<void> {
    if (!inForce().some((each) => each.kind === kind && each.version === version)) throw changed();
    // A form sent twice gives one consent, at the moment of the first.
    const there = { $elemMatch: { kind, version, withdrawnAt: { $exists: false } } };
    const consent = { kind, version, givenAt: instant(clock), route, by };
    await collection.updateOne({ _id: person, consents: { $not: there } }, { $push: { consents: consent } });
  }

  return {
    published,
    inForce,
    async missing(subjectId, actorId) {
      const [subject, actor] = await Promise.all([persons.get(subjectId), persons.get(actorId)]);
      return missingConsents({ subject, actor }, inForce());
    },
    async give(wanted, given) {
      for (const each of wanted) await giveOne(each, given);
      const all = consentKinds.map((kind) => ({ $elemMatch: { kind, withdrawnAt: { $exists: false } } }));
      await collection.updateMany(
        {
          _id: { $in: wanted.map(({ person }) => person) },
          registeredAt: { $exists: false },
          consents: { $all: all },
        },
        { $set: { registeredAt: instant(clock) } },
      );
    },
    async withdraw(personId, kind) {
      await collection.updateOne(
        { _id: personId },
        { $set: { 'consents.$[given].withdrawnAt': instant(clock) } },
        { arrayFilters: [{ 'given.kind': kind, 'given.withdrawnAt': { $exists: false } }] },
      );
    },
  };
}

function changed(): Problem {
  const message = {
    ky: 'Бул текст жаңырды. Жаңысын окуп чыгып, анан макулдугуңузду бериңиз.',
    ru: 'Этот текст обновился. Прочитайте новую редакцию и дайте согласие на неё.',
    en: 'This text has a new version. Read that one, then agree.',
  };
  return new Problem(409, 'agreement_changed', undefined, { message });
}
