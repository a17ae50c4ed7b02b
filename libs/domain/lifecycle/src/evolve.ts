import { moneyAfter } from './money.ts';
import { advanced, endMoved } from './ticking.ts';
import type { Actor, ApplicationEvent, ApplicationState, Facts, Instant } from './types.ts';

/** An application before its first event: what the user signed, and nothing done yet. */
export function begin(id: string, said: Facts['submitted'], at: Instant, actor: Actor): ApplicationState {
  const { signature, ...rest } = said;
  return {
    ...rest,
    id,
    version: 0,
    submittedBy: actor.id,
    signature: { level: signature.level, signedBy: signature.signedBy },
    stage: 'submitted',
    payment: 'none',
    refunds: [],
    submittedAt: at,
    clarifications: [],
    clocks: [],
  };
}

/**
 * The state after an event. Never refuses: an event is a fact. Throws RangeError only when the events are not the
 * history of one application in order, which means a broken store.
 */
export function evolve(state: ApplicationState | undefined, event: ApplicationEvent): ApplicationState {
  const before =
    event.type === 'submitted' && state === undefined
      ? begin(event.applicationId, event.facts, event.at, event.actor)
      : state;
  if (before?.id !== event.applicationId || before.version + 1 !== event.seq) {
    throw new RangeError(
      `Event ${event.id} does not follow version ${String(before?.version)} of its application`,
    );
  }
  return { ...before, ...patch(before, event), version: event.seq, clocks: advanced(before.clocks, event) };
}

/** What an event changes besides version and clocks. */
function patch(state: ApplicationState, event: ApplicationEvent): Partial<ApplicationState> {
  switch (event.type) {
    case 'registered':
      return { stage: 'accepted', registeredAt: event.at, ...event.facts };
    case 'suspended':
      return { stage: 'suspended_unpaid' };
    case 'resumed':
      return { stage: 'accepted' };
    case 'started':
      return { stage: 'in_progress', ...event.facts };
    case 'intake_refused':
      return { stage: 'intake_refused', endedAt: event.at, refusal: event.facts.refusal };
    case 'provision_refused':
      return { stage: 'provision_refused', endedAt: event.at, refusal: event.facts.refusal };
    case 'contacts_corrected':
      return event.facts;
    case 'approved':
      return { stage: 'approved' };
    case 'returned_to_work':
      return { stage: 'in_progress' };
    case 'completed':
      return { stage: 'completed', endedAt: event.at, result: event.facts.result };
    case 'withdrawn':
      return { stage: 'withdrawn', endedAt: event.at };
    case 'executor_designated':
    case 'appearance_recorded':
      return event.facts;
    case 'clarification_asked':
    case 'clarification_answered':
      return { clarifications: conversation(state, event) };
    case 'outage_recorded':
      return {
        outage: { id: event.facts.outageId, cause: event.facts.cause, startedAt: event.facts.startedAt },
      };
    case 'outage_removed':
      return state.outage === undefined
        ? {}
        : { outage: { ...state.outage, removedAt: event.facts.removedAt } };
    case 'charged':
    case 'payment_pending':
    case 'payment_confirmed':
    case 'payment_expired':
    case 'refund_opened':
    case 'refunded':
      return moneyAfter(state, event);
    case 'clocks_replanned':
      return endMoved(state, event.facts.changes);
    case 'submitted':
    case 'status_confirmed':
    case 'notice_handed_over':
    case 'clock_breached':
    case 'clock_reminded':
      return {};
  }
}

type EventLike<T extends ApplicationEvent['type']> = Extract<ApplicationEvent, { type: T }>;

function conversation(
  { clarifications }: ApplicationState,
  event: EventLike<'clarification_asked' | 'clarification_answered'>,
): ApplicationState['clarifications'] {
  const { clarificationId: id, ...said } = event.facts;
  if (event.type === 'clarification_asked') {
    const { wants, question } = event.facts;
    return [...clarifications, { id, wants, question, askedBy: event.actor.id, askedAt: event.at }];
  }
  return clarifications.map((one) => (one.id === id ? { ...one, ...said, answeredAt: event.at } : one));
}
