import { instant } from '@kyzmat/clock';
import { parseEvent, topics, type EventData } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import type { Kit, Owned } from '@kyzmat/kit';
import { consumeIntoStore, type Fold, type Inbox, type NewAggregate, type Writes } from '@kyzmat/store';
import { newAlert, recipientsOf, type AlertState } from '../alerts/alert.ts';
import { draftExpires } from '../texts/draft.ts';
import type { Asking } from './ask.ts';
import { erased, erasedNotices } from './erased.ts';
import { newNotice, type NoticeState } from './notice.ts';

/**
 * Debts in the events of applications become notices, and what the staff is to know becomes alerts, each once: an id that
 * is there already is left alone.
 */
export function consumeDebts(
  kit: Kit,
  notices: Owned<NoticeState>,
  alerts: Owned<AlertState>,
  answers: Asking,
): Promise<Inbox> {
  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'notifications',
    topics: [topics.applications],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted() {
      answers.forget();
      notices.nudge();
      alerts.nudge();
    },
    concerns: ({ type, data }) => type === erased || !isSilent(data),
    async fold(keys, session) {
      const events = keys.flatMap((key) =>
        key.events.map(({ data }) => parseEvent('ApplicationEvent', data)),
      );
      const [owed, words] = await Promise.all([newNotices(events, session), newAlerts(events, session)]);
      return [...owed, ...words, ...erasedNotices(notices, keys)];
    },
  });

  async function newNotices(events: readonly Told[], session: Session): Promise<Writes[]> {
    const debts = events.flatMap(({ applicationId, notices: owed }) =>
      owed.map((debt) => [debt.noticeId, { applicationId, debt }] as const),
    );
    const fresh = await unknownOf(notices, debts, session);
    const answered = await Promise.all(
      fresh.map(({ applicationId, debt }) => answers.about(applicationId, debt).catch(unlessGone(debt))),
    );
    const at = instant(kit.clock);
    return writesOf(
      notices,
      answered
        .filter((each) => each !== undefined)
        .map(({ facts, contact }) => newNotice(facts, contact, at)),
    );
  }

  async function newAlerts(events: readonly Told[], session: Session): Promise<Writes[]> {
    const words = events.flatMap((event) =>
      (event.alerts ?? []).map((alert) => [alert.alertId, { event, alert }] as const),
    );
    const fresh = await unknownOf(alerts, words, session);
    const at = instant(kit.clock);
    const made = fresh.map(async ({ event, alert }) => {
      const [staff, operators] = await Promise.all([answers.staff(event.providerId), answers.staff()]);
      return newAlert(alert, event, recipientsOf(alert, event.executorId, staff, operators), at);
    });
    return writesOf(alerts, await Promise.all(made));
  }
}

type Told = EventData['ApplicationEvent'];
type Session = Parameters<Fold>[1];

/** Nothing is owed and nobody is to be told, as with most of what happens. What can't be read is not silent. */
function isSilent(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('notices' in data)) return false;
  const lists = [data.notices, 'alerts' in data ? data.alerts : []];
  return lists.every((list) => Array.isArray(list) && list.length === 0);
}

/** The same debt twice, as after a replay, is one debt. */
async function unknownOf<S, T>(
  { aggregates }: Owned<S>,
  entries: readonly (readonly [string, T])[],
  session: Session,
): Promise<T[]> {
  if (entries.length === 0) return [];
  const byId = new Map(entries);
  const known = await aggregates.loadMany([...byId.keys()], session);
  return [...byId].filter(([id]) => !known.has(id)).map(([, each]) => each);
}

function writesOf<S>({ aggregates }: Owned<S>, made: readonly NewAggregate<S>[]): Writes[] {
  return made.length === 0 ? [] : [aggregates.writes(made.map((each) => aggregates.createOperation(each)))];
}

/** A draft may be deleted by its person before its notice is written: then there is nothing to tell. */
function unlessGone({ kind }: EventData['NoticeOwed']): (error: unknown) => undefined {
  return (error) => {
    if (kind !== draftExpires.kind || !(error instanceof Problem) || error.status !== 404) throw error;
    return undefined;
  };
}
