import { randomUUID } from 'node:crypto';
import { instant, type Clock } from '@kyzmat/clock';
import type { Store } from '@kyzmat/store';
import { newToken, tokenHash } from '../codes/token.ts';

/**
 * A way back for somebody who cannot sign in. It needs the proved phone and a second thing, and waits a day before it
 * ends in a new password, so that the owner hears of it in time and can stop it.
 */
export interface Recovery {
  readonly _id: string;
  /** Missing when nobody has the number that was given: every page looks the same then. */
  readonly person?: string;
  readonly codeId?: string;
  /** `asked`: the phone is not yet proved. `proved`: it is. `waiting`: a link went out, the day runs. `code`: a recovery code was right. */
  readonly state: 'asked' | 'proved' | 'waiting' | 'code' | 'done' | 'stopped';
  readonly linkHash?: string;
  readonly stopHash?: string;
  /** Legal time. */
  readonly readyAt?: string;
  readonly endsAt?: string;
  readonly at: Date;
}

export interface Recoveries {
  ensureIndexes(): Promise<void>;
  begin(person: string | undefined, codeId: string | undefined): Promise<string>;
  find(id: string): Promise<Recovery | undefined>;
  setCode(id: string, codeId: string): Promise<void>;
  /** From one state to the next; false when it is in another by now: each step is taken once. */
  move(id: string, from: Recovery['state'], to: Recovery['state']): Promise<boolean>;
  /** The day begins; former ones of this person end. Gives what the link and the stop link carry. */
  wait(recovery: Recovery, person: string): Promise<Waiting | undefined>;
  byLink(token: string): Promise<Recovery | undefined>;
  byStop(token: string): Promise<Recovery | undefined>;
  /** Under way for this person. */
  waitingOf(person: string): Promise<Recovery | undefined>;
  /** This was not me: nothing is under way any more. True when there was something. */
  stop(person: string): Promise<boolean>;
  /** Stopped lately: the phone may be in other hands. */
  stoppedLately(person: string): Promise<boolean>;
}
export interface Waiting {
  readonly link: string;
  readonly stop: string;
  readonly readyAt: string;
}

const day = 24 * 3_600_000;
/** The link works so long after the waiting. */
const worksMs = 2 * day;
/** So long after a stop only ESI leads back in. */
const closedMs = 7 * day;
const keptSeconds = 30 * 24 * 3600;

export function openRecoveries(store: Store, clock: Clock): Recoveries {
  const collection = store.collection<Recovery>('recoveries');
  const after = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();
  const one = async (filter: object): Promise<Recovery | undefined> =>
    (await collection.findOne(filter)) ?? undefined;

  return {
    async ensureIndexes() {
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
      await collection.createIndex({ person: 1, state: 1 }, { sparse: true });
      await collection.createIndex({ linkHash: 1 }, { sparse: true });
      await collection.createIndex({ stopHash: 1 }, { sparse: true });
    },
    async begin(person, codeId) {
      const _id = randomUUID();
      const known = {
        ...(person === undefined ? {} : { person }),
        ...(codeId === undefined ? {} : { codeId }),
      };
      await collection.insertOne({ _id, state: 'asked', at: new Date(), ...known });
      return _id;
    },
    find: (id) => one({ _id: id }),
    async setCode(id, codeId) {
      await collection.updateOne({ _id: id }, { $set: { codeId } });
    },
    async move(id, from, to) {
      const { modifiedCount } = await collection.updateOne({ _id: id, state: from }, { $set: { state: to } });
      return modifiedCount === 1;
    },
    async wait({ _id }, person) {
      const [link, stop] = [newToken(), newToken()];
      const readyAt = after(day);
      await collection.updateMany({ person, state: 'waiting' }, { $set: { state: 'done' } });
      const { modifiedCount } = await collection.updateOne(
        { _id, state: 'proved' },
        {
          $set: {
            state: 'waiting',
            linkHash: tokenHash(link),
            stopHash: tokenHash(stop),
            readyAt,
            endsAt: after(day + worksMs),
          },
        },
      );
      return modifiedCount === 1 ? { link, stop, readyAt } : undefined;
    },
    byLink: (token) => one({ linkHash: tokenHash(token) }),
    byStop: (token) => one({ stopHash: tokenHash(token) }),
    waitingOf: (person) => one({ person, state: 'waiting', endsAt: { $gt: instant(clock) } }),
    async stop(person) {
      const { modifiedCount } = await collection.updateMany(
        { person, state: { $in: ['asked', 'proved', 'waiting', 'code'] } },
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
