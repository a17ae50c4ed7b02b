import { randomUUID } from 'node:crypto';
import type { Identity } from '@kyzmat/contracts';
import type { Store } from '@kyzmat/store';
import type { Whereabouts } from './browser.ts';

/** Somebody is signed in at the portal: known there by this id, and open as long as it is here. */
export interface OpenSession extends Whereabouts {
  readonly _id: string;
  readonly subject: string;
  readonly actor: string;
  readonly route: Identity['Route'];
  readonly at: string;
  readonly actingFor?: string;
  /** Who came from ESI ends the session there with this, sealed. */
  readonly esiToken?: string;
  readonly seenAt: Date;
}
type NewSession = Omit<OpenSession, '_id' | 'seenAt'>;

export interface Sessions {
  ensureIndexes(): Promise<void>;
  open(session: NewSession): Promise<string>;
  /** The session if it is still open; notes that it is in use. */
  use(id: string): Promise<OpenSession | undefined>;
  /** Of this person, newest first. */
  of(actor: string): Promise<readonly OpenSession[]>;
  /** Ends one; `actor` only their own. What it was, or undefined when there is none. */
  end(id: string, actor?: string): Promise<OpenSession | undefined>;
  /** All of this person, but the one they do it in when it is named. */
  endAllOf(actor: string, except?: string): Promise<number>;
  /** What this person has open in that one's name. */
  endActing(subject: string, actor: string): Promise<number>;
  /** Theirs and those in their name: who they are has turned out to be another, or their means are in other hands. */
  endAllWith(person: string): Promise<number>;
}

/** A little longer than the portal keeps a session nobody uses. */
const idleSeconds = 31 * 60;
/** Use is noted at most this often: asking costs a read, seldom a write. */
const notedEveryMs = 60_000;

export function openSessions(store: Store): Sessions {
  const collection = store.collection<OpenSession>('sessions');
  return {
    async ensureIndexes() {
      await collection.createIndex({ seenAt: 1 }, { expireAfterSeconds: idleSeconds });
      await collection.createIndex({ actor: 1 });
      await collection.createIndex({ subject: 1 });
    },
    async open(session) {
      const id = randomUUID();
      await collection.insertOne({ ...session, _id: id, seenAt: new Date() });
      return id;
    },
    async use(id) {
      const found = await collection.findOne({ _id: id });
      if (found === null) return undefined;
      const unseenMs = Date.now() - found.seenAt.getTime();
      // The database takes old ones away when it comes to it; they are over before that.
      if (unseenMs > idleSeconds * 1000) return undefined;
      if (unseenMs > notedEveryMs) await collection.updateOne({ _id: id }, { $set: { seenAt: new Date() } });
      return found;
    },
    of: (actor) => collection.find({ actor }).sort({ at: -1 }).toArray(),
    async end(id, actor) {
      const found = await collection.findOneAndDelete({
        _id: id,
        ...(actor === undefined ? {} : { actor }),
      });
      return found ?? undefined;
    },
    async endAllOf(actor, except) {
      const others = except === undefined ? {} : { _id: { $ne: except } };
      return (await collection.deleteMany({ actor, ...others })).deletedCount;
    },
    async endActing(subject, actor) {
      return (await collection.deleteMany({ subject, actor })).deletedCount;
    },
    async endAllWith(person) {
      const theirs = { $or: [{ actor: person }, { subject: person }] };
      return (await collection.deleteMany(theirs)).deletedCount;
    },
  };
}
