import { noFaults } from '@kyzmat/event-bus';
import type { CloudEvent, Received } from '@kyzmat/event-bus';
import type { mongo } from 'mongoose';
import type { InboxOptions, InboxRow, KeyEvents, KeyMessages } from './inbox-types.ts';
import { parkedId } from './parking.ts';
import type { Parking } from './parking.ts';

/** The message is no CloudEvent: nobody can apply it. */
class NotAnEvent extends Error {
  override readonly name = 'NotAnEvent';
}

interface Applier {
  ensureIndexes(): Promise<void>;
  /** In a transaction: applies what is new, puts behind what belongs to a parked key. */
  apply(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<void>;
  /** The same for messages of a parked key that is being played again. */
  applyParked(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<void>;
}

export function createApplier(options: InboxOptions, parking: Parking): Applier {
  const { store, group, fold, faults = noFaults } = options;
  const inbox = store.collection<InboxRow>('inbox');
  const rowId = (event: CloudEvent): string => `${group} ${event.source} ${event.id}`;
  const idOf = (message: Received): string | undefined =>
    message.event === undefined ? undefined : rowId(message.event);

  /** Drops what was applied before, or comes twice here. */
  async function fresh(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<KeyMessages[]> {
    const ids = keys.flatMap(({ messages }) => messages.flatMap((message) => idOf(message) ?? []));
    const rows = await inbox.find({ _id: { $in: ids } }, { session, projection: { _id: 1 } }).toArray();
    const known = new Set(rows.map((row) => row._id));
    return keys
      .map((key) => ({ ...key, messages: key.messages.filter((message) => isNew(idOf(message), known)) }))
      .filter(({ messages }) => messages.length > 0);
  }

  async function applyFresh(keys: readonly KeyMessages[], session: mongo.ClientSession): Promise<void> {
    if (keys.length === 0) return;
    const events = keys.map(eventsOf);
    const writes = await fold(events, session);
    await faults.at('inbox.folded');
    // Real time, whatever the injected clock says: the database forgets rows by its own.
    const at = new Date();
    const rows = events.flatMap((key) => key.events.map((event) => ({ _id: rowId(event), at })));
    await inbox.insertMany(rows, { session });
    for (const each of writes) await each.run(session);
  }

  return {
    async ensureIndexes() {
      const expireAfterSeconds = (options.rememberDays ?? 30) * 24 * 3600;
      await inbox.createIndex({ at: 1 }, { expireAfterSeconds }, {});
    },
    async apply(keys, session) {
      const wanted = await fresh(keys, session);
      if (wanted.length === 0) return;
      const parked = await parking.among(wanted, session);
      const isParked = ({ topic, key }: KeyMessages): boolean => parked.has(parkedId(group, topic, key));
      await parking.behind(wanted.filter(isParked), session);
      await applyFresh(
        wanted.filter((key) => !isParked(key)),
        session,
      );
    },
    async applyParked(keys, session) {
      await applyFresh(await fresh(keys, session), session);
    },
  };
}

function isNew(id: string | undefined, known: Set<string>): boolean {
  if (id === undefined) return true;
  if (known.has(id)) return false;
  known.add(id);
  return true;
}

function eventsOf({ topic, key, messages }: KeyMessages): KeyEvents {
  const events = messages.map(({ event, origin }) => {
    if (event === undefined) throw new NotAnEvent(`${origin.topic}/${origin.partition}/${origin.offset}`);
    return event;
  });
  return { topic, key, events };
}
