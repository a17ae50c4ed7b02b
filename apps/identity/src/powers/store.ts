import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { Store } from '@kyzmat/store';
import type { Person } from '../persons/person.ts';
import { momentAt, stands, type Moment, type Power } from './power.ts';

export interface Powers {
  ensureIndexes(): Promise<void>;
  moment(): Moment;
  find(id: string): Promise<Power | undefined>;
  add(power: Omit<Power, '_id' | 'grantedAt'>): Promise<Power>;
  /** ESI named this entity and this person together. */
  saidByEsi(entity: Person, actor: Person): Promise<void>;
  /** A power that stands now, for this service if one is named. */
  standing(principal: string, representative: string, serviceCode?: string): Promise<Power | undefined>;
  /** In whose name this person may act now. */
  inForceFor(representative: string): Promise<readonly Power[]>;
  given(principal: string): Promise<readonly Power[]>;
  /** Taken on by this person, or offered to them. */
  received(person: Person): Promise<readonly Power[]>;
  /** Undefined when it was ended, or taken on by somebody, in the meantime. */
  accept(id: string, by: Person): Promise<Power | undefined>;
  end(id: string, by: string): Promise<Power | undefined>;
  /** Everything somebody gave and received ends: who they are has turned out to be another. */
  endAllOf(person: string): Promise<void>;
}

export function openPowers(store: Store, clock: Clock): Powers {
  const collection = store.collection<Power>('powers');
  const open = { endedAt: { $exists: false } };
  const newest = { grantedAt: -1, _id: 1 } as const;
  const moment = (): Moment => momentAt(clock.now());

  return {
    async ensureIndexes() {
      await collection.createIndex({ principal: 1, representative: 1 });
      await collection.createIndex({ representative: 1 });
      await collection.createIndex({ 'offeredTo.pin': 1 }, { sparse: true });
    },
    moment,
    find: async (id) => (await collection.findOne({ _id: id })) ?? undefined,
    async add(power) {
      const added = { ...power, _id: randomUUID(), grantedAt: instant(clock) };
      await collection.insertOne(added);
      return added;
    },
    async saidByEsi({ _id: entity, profile }, actor) {
      const at = instant(clock);
      const names = { principalName: profile.displayName, representativeName: actor.profile.displayName };
      await collection.updateOne(
        { _id: `esi:${entity}:${actor._id}` },
        {
          $set: { ...names, saidAt: new Date(), validFrom: moment().today },
          $unset: { endedAt: '', endedBy: '' },
          $setOnInsert: {
            basis: 'esi',
            principal: entity,
            representative: actor._id,
            scope: 'all',
            grantedAt: at,
            grantedBy: actor._id,
            acceptedAt: at,
          },
        },
        { upsert: true },
      );
    },
    async standing(principal, representative, serviceCode) {
      const found = await collection.find({ principal, representative, ...open }).toArray();
      return found.find((power) => stands(power, moment(), serviceCode));
    },
    async inForceFor(representative) {
      const found = await collection
        .find({ representative, ...open })
        .sort(newest)
        .toArray();
      return found.filter((power) => stands(power, moment()));
    },
    given: (principal) => collection.find({ principal }).sort(newest).limit(200).toArray(),
    received({ _id, profile, contact }) {
      const offered = { ...open, 'offeredTo.pin': profile.pin ?? '-', representative: { $exists: false } };
      return collection
        .find({ $or: [{ representative: _id }, { ...offered, ...provedBy(profile, contact) }] })
        .sort(newest)
        .limit(200)
        .toArray();
    },
    async accept(id, { _id, profile, contact }) {
      const accepted = await collection.findOneAndUpdate(
        {
          _id: id,
          ...open,
          representative: { $exists: false },
          'offeredTo.pin': profile.pin ?? '-',
          ...provedBy(profile, contact),
        },
        {
          $set: { representative: _id, representativeName: profile.displayName, acceptedAt: instant(clock) },
        },
        { returnDocument: 'after' },
      );
      return accepted ?? undefined;
    },
    async end(id, by) {
      const ended = await collection.findOneAndUpdate(
        { _id: id, ...open },
        { $set: { endedAt: instant(clock), endedBy: by } },
        { returnDocument: 'after' },
      );
      return ended ?? undefined;
    },
    async endAllOf(person) {
      await collection.updateMany(
        { ...open, $or: [{ principal: person }, { representative: person }] },
        { $set: { endedAt: instant(clock), endedBy: 'identity' } },
      );
    },
  };
}

/** Who only says of themselves whose PIN it is must also have the phone that the principal named. */
function provedBy({ assurance }: Person['profile'], { emessageAddress }: Person['contact']): object {
  return assurance === 'self_asserted' ? { 'offeredTo.phone': emessageAddress ?? '-' } : {};
}
