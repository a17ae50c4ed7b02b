import type { EventData } from '@kyzmat/contracts';
import {
  alertsOf,
  evolve,
  isBreach,
  nextDueAt,
  openClocks,
  type ApplicationEvent,
  type ApplicationState,
  type StaffAlert,
} from '@kyzmat/lifecycle';
import type { Next, StoredEvent } from '@kyzmat/store';
import { never, type Listing, type StoredState } from './application.ts';

/** Events nobody outside waits for. */
const internal: readonly ApplicationEvent['type'][] = ['notice_handed_over'];

/**
 * What events leave behind, for one write: the new state, history, news for the other processes and the nearest clock.
 * Everything follows from the events, ids included, so writing it again after a crash changes nothing.
 */
export function change(
  before: ApplicationState | undefined,
  events: readonly ApplicationEvent[],
  correlation?: string,
): Next<StoredState, ApplicationEvent> {
  let state = before;
  const pending: StoredEvent<EventData['ApplicationEvent']>[] = [];
  for (const event of events) {
    const alerts = alertsOf(state, event);
    state = evolve(state, event);
    if (!internal.includes(event.type) || alerts.length > 0)
      pending.push(news(state, event, alerts, correlation));
  }
  if (state === undefined) throw new TypeError('An application begins with an event');
  const due = nextDueAt(state);
  return {
    state: { ...state, list: listing(state) },
    history: events,
    pending,
    ...(due === undefined ? {} : { nextDueAt: due }),
  };
}

/** Ids, stages and deadlines; never answers, names or reasons. */
function news(
  state: ApplicationState,
  event: ApplicationEvent,
  alerts: readonly StaffAlert[],
  correlationid: string | undefined,
): StoredEvent<EventData['ApplicationEvent']> {
  const { id, ownerId, executorId, provisionEndsAt } = state;
  return {
    id: event.id,
    type: `application.${event.type}.v1`,
    time: event.at,
    ...(correlationid === undefined ? {} : { correlationid }),
    data: {
      applicationId: id,
      reference: state.reference,
      ownerId,
      providerId: state.providerId,
      serviceCode: state.serviceCode,
      serviceVersion: state.serviceVersion,
      stage: state.stage,
      payment: state.payment,
      priceTyiyn: state.terms.priceTyiyn,
      version: event.seq,
      at: event.at,
      actorRole: event.actor.role,
      language: state.language,
      ...(executorId === undefined ? {} : { executorId }),
      ...(provisionEndsAt === undefined ? {} : { provisionEndsAt }),
      notices: event.notices.map((notice) => ({
        noticeId: notice.noticeId,
        kind: notice.kind,
        ruleId: notice.ruleId,
        dueAt: notice.dueAt,
        recipientId: ownerId,
        channels: { required: [...notice.channels.required], extra: [...notice.channels.extra] },
      })),
      ...(alerts.length > 0 && { alerts: alerts.map((alert) => ({ ...alert, to: [...alert.to] })) }),
    },
  };
}

function listing(state: ApplicationState): Listing {
  const [nearest] = openClocks(state)
    .filter(({ responsible }) => responsible === 'provider')
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const breaches = state.clocks.filter(isBreach).flatMap(({ breachedAt }) => breachedAt ?? []);
  const breachedAt = breaches.toSorted().at(-1);
  return {
    dueAt: nearest?.dueAt ?? never,
    ...(nearest && { dueKind: nearest.kind }),
    breached: breachedAt !== undefined,
    ...(breachedAt !== undefined && { breachedAt }),
  };
}
