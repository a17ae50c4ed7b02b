import { instant } from '@kyzmat/clock';
import {
  parseEvent,
  topics,
  type ApplicationsApi,
  type EventData,
  type IdentityApi,
} from '@kyzmat/contracts';
import { dataOf, Unavailable } from '@kyzmat/http';
import type { Kit, Owned } from '@kyzmat/kit';
import { consumeIntoStore, DependencyDown, type Inbox, type NewAggregate } from '@kyzmat/store';
import { newNotice, type NoticeState } from './notice.ts';

/** Questions to the other processes at the same time. */
const askAtOnce = 16;

/** Debts in the events of applications become notices, each once: an id that is there already is left alone. */
export function consumeDebts(kit: Kit, notices: Owned<NoticeState>): Promise<Inbox> {
  const { aggregates } = notices;
  const applications = kit.to<ApplicationsApi>('applications')(kit.self);
  const identity = kit.to<IdentityApi>('identity')(kit.self);

  async function write(
    applicationId: string,
    { noticeId, recipientId }: EventData['NoticeOwed'],
  ): Promise<NewAggregate<NoticeState>> {
    const [facts, contact] = await Promise.all([
      applications.GET('/applications/{id}/notices/{noticeId}', {
        params: { path: { id: applicationId, noticeId } },
      }),
      identity.GET('/persons/{id}/contact', { params: { path: { id: recipientId } } }),
    ]).catch((error: unknown) => {
      // Whoever is asked is away: the debts wait, none is lost.
      if (error instanceof Unavailable) throw new DependencyDown(error.message);
      throw error;
    });
    return newNotice(dataOf(facts), dataOf(contact), instant(kit.clock));
  }

  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'notifications',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted: () => notices.nudge(),
    fold: async (keys, session) => {
      const debts = keys.flatMap(({ events }) =>
        events.flatMap(({ data }) => {
          const { applicationId, notices: owed } = parseEvent('ApplicationEvent', data);
          return owed.map((debt) => ({ applicationId, debt }));
        }),
      );
      if (debts.length === 0) return [];
      const known = await aggregates.loadMany(
        debts.map(({ debt }) => debt.noticeId),
        session,
      );
      const fresh = debts.filter(({ debt }) => !known.has(debt.noticeId));
      const written = await inGroups(fresh, askAtOnce, ({ applicationId, debt }) =>
        write(applicationId, debt),
      );
      return written.length === 0
        ? []
        : [aggregates.writes(written.map((notice) => aggregates.createOperation(notice)))];
    },
  });
}

async function inGroups<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    results.push(...(await Promise.all(items.slice(start, start + size).map(work))));
  }
  return results;
}
