import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { Identity } from '@kyzmat/contracts';
import type { Store } from '@kyzmat/store';
import { newToken, tokenHash } from '../codes/token.ts';

/**
 * Another phone, or another e-mail for recovery, on the own route. It needs the password and a second factor, is proved by
 * a code to the new one, and waits a day before it counts, so that the owner hears of it in time and can stop it.
 */
export interface MeansChange {
  readonly _id: string;
  readonly person: string;
  readonly kind: Identity['MeansKind'];
  readonly address: string;
  /** `asked`: the password was right. `proved`: the second factor too. `waiting`: the new one is proved, the day runs. */
  readonly state: 'asked' | 'proved' | 'waiting' | 'done' | 'replaced' | 'stopped';
  /** The password it was asked with: once that changes, nothing comes of it. */
  readonly passwordHash: string;
  readonly codeId?: string;
  readonly stopHash?: string;
  /** Legal time. */
  readonly readyAt?: string;
  readonly at: Date;
}

export interface MeansChanges {
  ensureIndexes(): Promise<void>;
  begin(change: Pick<MeansChange, 'person' | 'kind' | 'address' | 'passwordHash'>): Promise<MeansChange>;
  find(id: string, person: string, state: MeansChange['state']): Promise<MeansChange | undefined>;
  setCode(id: string, codeId: string): Promise<void>;
  /** From one state to the next; false when it is in another by now: each step is taken once. */
  move(id: string, from: MeansChange['state'], to: MeansChange['state']): Promise<boolean>;
  /** The day begins; another one of this person that waits is replaced. Gives what the stop link carries. */
  wait(change: MeansChange): Promise<{ readonly stop: string; readonly readyAt: string } | undefined>;
  waitingOf(person: string): Promise<MeansChange | undefined>;
  /** Those whose day is over. */
  due(): Promise<readonly MeansChange[]>;
  byStop(token: string): Promise<MeansChange | undefined>;
  /** This was not me: nothing is under way any more. True when there was something. */
  stop(person: string): Promise<boolean>;
  stoppedLately(person: string): Promise<boolean>;
}

const day = 24 * 3_600_000;
/** So long after a stop only ESI leads on. */
const closedMs = 7 * day;
const keptSeconds = 30 * 24 * 3600;
const fewAtOnce = 100;

export function openMeansChanges(store: Store, clock: Clock): MeansChanges {
  const collection = store.collection<MeansChange>('means_changes');
  const one = async (filter: object): Promise<MeansChange | undefined> =>
    (await collection.findOne(filter)) ?? undefined;

  return {
    async ensureIndexes() {
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
      await collection.createIndex({ person: 1, state: 1 });
      await collection.createIndex({ state: 1, readyAt: 1 });
      await collection.createIndex({ stopHash: 1 }, { sparse: true });
    },
    async begin(asked) {
      const change: MeansChange = { ...asked, _id: randomUUID(), state: 'asked', at: new Date() };
      await collection.insertOne(change);
      return change;
    },
    find: (id, person, state) => one({ _id: id, person, state }),
    async setCode(id, codeId) {
      await collection.updateOne({ _id: id }, { $set: { codeId } });
    },
    async move(id, from, to) {
      const { modifiedCount } = await collection.updateOne({ _id: id, state: from }, { $set: { state: to } });
      return modifiedCount === 1;
    },
    async wait({ _id, person }) {
      const stop = newToken();
      const readyAt = new Date(clock.now().getTime() + day).toISOString();
      await collection.updateMany({ person, state: 'waiting' }, { $set: { state: 'replaced' } });
      const { modifiedCount } = await collection.updateOne(
        { _id, state: 'proved' },
        { $set: { state: 'waiting', stopHash: tokenHash(stop), readyAt } },
      );
      return modifiedCount === 1 ? { stop, readyAt } : undefined;
    },
    waitingOf: (person) => one({ person, state: 'waiting' }),
    due: () =>
      collection
        .find({ state: 'waiting', readyAt: { $lte: instant(clock) } })
        .limit(fewAtOnce)
        .toArray(),
    byStop: (token) => one({ stopHash: tokenHash(token) }),
    async stop(person) {
      const { modifiedCount } = await collection.updateMany(
        { person, state: { $in: ['asked', 'proved', 'waiting'] } },
        { $set: { state: 'stopped', at: new Date() } },
      );
      return modifiedCount > 0;
    },
    async stoppedLately(person) {
      const since = new Date(Date.now() - closedMs);
      return (await one({ person, state: 'stopped', at: { $gt: since } })) !== undefined;
    },
  };
}
