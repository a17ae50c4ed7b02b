import type { Providers } from '@kyzmat/contracts';
import { connect, type Store } from '@kyzmat/store';
import { readCalendar } from '@kyzmat/working-time';
import type { World } from '@kyzmat/world';
import type { ApplicationRecord, Chronicle, ClockRecord, MessageRecord, NoticeRecord } from './chronicle.ts';

interface Change {
  readonly clockId: string;
  readonly from: string;
  readonly to: string;
}
interface StoredEvent {
  readonly type: string;
  readonly at: string;
  readonly facts: { readonly changes?: readonly Change[] };
}
interface StoredClock extends ClockRecord {
  readonly reminded?: number;
  readonly notice?: ClockRecord['notice'] & { readonly handedOver: readonly { readonly channel: string }[] };
}
interface StoredApplication {
  readonly _id: string;
  readonly nextDueAt?: string;
  readonly state: {
    readonly ownerId: string;
    readonly providerId: string;
    readonly submittedAt: string;
    readonly endedAt?: string;
    readonly payment: string;
    readonly stage: string;
    readonly terms: { readonly priceTyiyn: number; readonly term: ApplicationRecord['term'] };
    readonly clocks: readonly StoredClock[];
  };
  readonly history: readonly StoredEvent[];
}
interface StoredNotice {
  readonly _id: string;
  readonly state: Omit<NoticeRecord, 'id'>;
}
interface StoredAlert {
  readonly _id: string;
  readonly state: { readonly to: readonly { readonly status: string }[] };
}

/** The databases of the processes, read as an auditor would: never written. */
export interface Books {
  /**
   * What is still under way; empty when the platform is quiet at this moment of legal time. What waits for the e-message
   * system while it is out of order is not under way.
   */
  underWay(now: Date, eMessagesFail: boolean): Promise<readonly string[]>;
  /** Whether e-mail has stepped in wherever the law's channel has failed for an hour and nothing else goes. */
  hasSteppedIn(now: Date): Promise<boolean>;
  chronicle(now: Date, phones: ReadonlyMap<string, string>): Promise<Chronicle>;
  /** Whether a piece of work of applications has been done. */
  isDone(queue: string, id: string): Promise<boolean>;
  /** Ids of a provider's applications that have not ended. */
  openAt(providerId: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;
const names = ['applications', 'notifications', 'payments', 'providers', 'sandbox'] as const;
/** Where events and work wait that have not gone out yet. */
const outboxes = [
  ['applications', 'applications'],
  ['notifications', 'notices'],
  ['notifications', 'alerts'],
  ['payments', 'charges'],
  ['providers', 'providers'],
  ['providers', 'calendars'],
] as const;

export async function openBooks(world: World): Promise<Books> {
  const stores = new Map<string, Store>();
  for (const name of names) stores.set(name, await connect(world.engines.mongo.uri, name));
  const of = (name: (typeof names)[number]): Store => {
    const store = stores.get(name);
    if (store === undefined) throw new Error(`No books of ${name}`);
    return store;
  };
  const applications = of('applications').collection<StoredApplication>('applications');
  const notices = of('notifications').collection<StoredNotice>('notices');
  const alerts = of('notifications').collection<StoredAlert>('alerts');

  async function waiting(): Promise<string[]> {
    const left = await Promise.all(
      outboxes.map(async ([name, collection]) => {
        const some = { $or: [{ pendingSince: { $exists: true } }, { todoSince: { $exists: true } }] };
        const count = await of(name).collection<StoredNotice>(collection).countDocuments(some);
        return count === 0 ? [] : [`${count} of ${name}.${collection} have something to send`];
      }),
    );
    return left.flat();
  }

  async function underWay(now: Date, eMessagesFail: boolean): Promise<string[]> {
    const [all, told, words, left] = await Promise.all([
      applications.find().toArray(),
      notices.find().toArray(),
      alerts.find().toArray(),
      waiting(),
    ]);
    const at = now.toISOString();
    const noticeOf = new Map(told.map((notice) => [notice._id, notice.state]));
    const wordOf = new Map(words.map((word) => [word._id, word.state]));
    const open = all.flatMap(({ state: { clocks } }) =>
      clocks.flatMap((clock) => [
        ...noticeUnderWay(clock, noticeOf, eMessagesFail),
        ...(eMessagesFail ? [] : wordsUnderWay(clock, wordOf)),
      ]),
    );
    const due = all.filter(({ nextDueAt }) => nextDueAt !== undefined && nextDueAt < at);
    const uncharged = all.filter(
      ({ state }) => state.terms.priceTyiyn > 0 && state.payment === 'none' && state.endedAt === undefined,
    );
    return [
      ...left,
      ...open,
      ...due.map(({ _id }) => `a clock of ${_id} is due`),
      ...uncharged.map(({ _id }) => `${_id} has no charge yet`),
    ];
  }

  return {
    underWay,
    async hasSteppedIn(now) {
      const long = new Date(now.getTime() - hourMs).toISOString();
      const waiting = { 'state.deliveries': { $elemMatch: { channel: 'emessage', status: 'pending' } } };
      const alone = await notices.countDocuments({
        ...waiting,
        'state.at': { $lt: long },
        'state.deliveries.channel': { $ne: 'email' },
      });
      return alone === 0;
    },
    async chronicle(now, phones) {
      const [all, told, words, sent, versions, providers] = await Promise.all([
        applications.find().toArray(),
        notices.find().toArray(),
        alerts.find().toArray(),
        of('sandbox').collection<{ _id: string; to: string }>('messages').find().toArray(),
        of('providers').collection<{ _id: string; calendar: object }>('calendar_versions').find().toArray(),
        of('providers')
          .collection<{ _id: string; state: { outages?: Providers['Outage'][] } }>('providers')
          .find()
          .toArray(),
      ]);
      return {
        now: now.toISOString(),
        applications: all.map(recordOf),
        notices: told.map(({ _id, state }) => ({ ...state, id: _id })),
        messages: sent
          .filter(({ _id }) => isOfNotice(_id))
          .map(({ _id, to }): MessageRecord => ({ id: _id, to })),
        alerts: words
          .filter(({ state }) => state.to.some(({ status }) => status === 'handed_over'))
          .map(({ _id }) => _id),
        outages: providers.flatMap(({ state: { outages = [] } }) => outages),
        phones,
        calendars: new Map(versions.map(({ _id, calendar }) => [_id, readCalendar(calendar)])),
      };
    },
    async isDone(queue, id) {
      const work = of('applications').collection<{ _id: string; state: string }>(`work.${queue}`);
      return (await work.countDocuments({ _id: id, state: 'done' })) === 1;
    },
    async openAt(providerId) {
      const open = { 'state.providerId': providerId, 'state.endedAt': { $exists: false } };
      return (await applications.find(open).project<{ _id: string }>({ _id: 1 }).toArray()).map(
        ({ _id }) => _id,
      );
    },
    async close() {
      await Promise.all([...stores.values()].map((store) => store.close()));
    },
  };
}

/** E-messages are also codes and words to the staff; those of notices name their channel. */
function isOfNotice(id: string): boolean {
  return id.endsWith(':emessage');
}

function noticeUnderWay(
  { id, notice }: StoredClock,
  noticeOf: ReadonlyMap<string, StoredNotice['state']>,
  eMessagesFail: boolean,
): string[] {
  if (notice === undefined) return [];
  const written = noticeOf.get(id);
  if (written === undefined) return [`${id} is not written yet`];
  const known = new Set(notice.handedOver.map(({ channel }) => channel));
  return written.deliveries.flatMap(({ channel, status }) => {
    if (status === 'pending') {
      return channel === 'emessage' && eMessagesFail ? [] : [`${id} is on its way by ${channel}`];
    }
    return status === 'handed_over' && !known.has(channel)
      ? [`${id} is not known to be sent by ${channel}`]
      : [];
  });
}

function wordsUnderWay(
  { id, breachedAt, reminded = 0 }: StoredClock,
  wordOf: ReadonlyMap<string, StoredAlert['state']>,
): string[] {
  const owed = [
    ...(breachedAt === undefined ? [] : [`${id}:breach`]),
    ...(reminded === 0 ? [] : [`${id}:reminder:${reminded - 1}`]),
  ];
  return owed.filter((word) => wordOf.get(word)?.to.every(({ status }) => status !== 'pending') !== true);
}

function recordOf({ _id, state, history }: StoredApplication): ApplicationRecord {
  const { ownerId, providerId, submittedAt, endedAt, terms, clocks } = state;
  const isPromise = (clockId: string): boolean =>
    clocks.some(({ id, responsible }) => id === clockId && responsible === 'provider');
  return {
    id: _id,
    ownerId,
    providerId,
    priceTyiyn: terms.priceTyiyn,
    term: terms.term,
    submittedAt,
    ...(endedAt !== undefined && { endedAt }),
    clocks,
    events: history.map(({ type, at, facts: { changes = [] } }) => ({
      type,
      at,
      movedPromise: changes.some(({ clockId, from, to }) => from !== to && isPromise(clockId)),
    })),
  };
}
