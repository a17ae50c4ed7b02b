import type { Instant, Text } from '@kyzmat/working-time';
import type { Channel, ClockOutcome, LegalClock, NoticeOwed } from './clocks.ts';
import type { Commands } from './commands.ts';
import type {
  ClarificationWants,
  Contacts,
  OutageCause,
  Refusal,
  RefundReason,
  Result,
  ReturnReason,
} from './parts.ts';
import type { Actor, Stage } from './standing.ts';

/** What each event says beyond who, when and what it owes. */
export interface Facts {
  submitted: Omit<Commands['submit'], 'id'>;
  registered: { registrationNumber: string; executorId: string };
  suspended: object;
  resumed: object;
  /** P573-29b, P573-29c: provision starts and its end is known. */
  started: { startedAt: Instant; provisionEndsAt: Instant };
  intake_refused: { refusal: Refusal };
  executor_designated: { executorId: string };
  appearance_recorded: { appearedAt: Instant };
  clarification_asked: { clarificationId: string; wants: ClarificationWants; question: string };
  clarification_answered: { clarificationId: string; answer: string; attachmentIds: readonly string[] };
  contacts_corrected: { contacts: Contacts };
  approved: object;
  returned_to_work: { reason: ReturnReason };
  completed: { result: Result };
  provision_refused: { refusal: Refusal };
  status_confirmed: { stage: Stage };
  withdrawn: object;
  outage_recorded: { outageId: string; cause: OutageCause; startedAt: Instant };
  outage_removed: { removedAt: Instant };
  charged: { chargeId: string; amountTyiyn: number };
  payment_pending: { chargeId: string };
  payment_confirmed: { chargeId: string; amountTyiyn: number; paidAt: Instant };
  payment_expired: { chargeId: string };
  refund_opened: { chargeId: string; amountTyiyn: number; reason: RefundReason };
  refunded: { chargeId: string };
  notice_handed_over: { noticeId: string; channel: Channel; handedOverAt: Instant };
  clock_breached: { clockId: string; limit: Instant };
  clock_reminded: { clockId: string; step: number };
  clocks_replanned: { reason: Text; changes: readonly ClockChange[] };
}
export interface ClockChange {
  clockId: string;
  from: Instant;
  /** The same as `from` when only the reminders move. */
  to: Instant;
  loosest: Instant;
  calendarVersion: string;
  remindAt?: readonly Instant[];
}

/** How an event ends an open clock. */
export interface ClockClosing {
  clockId: string;
  outcome: ClockOutcome;
  /** When the act that met it happened. */
  at: Instant;
}

export type EventType = keyof Facts;
/** An event is a fact: it is never refused and never changed. */
export type EventOf<E extends EventType> = {
  [K in E]: {
    /** `<applicationId>:<seq>`: deciding the same thing twice gives the same id. */
    id: string;
    applicationId: string;
    /** The state's version after this event. */
    seq: number;
    type: K;
    at: Instant;
    actor: Actor;
    facts: Facts[K];
    notices: readonly NoticeOwed[];
    /** Clocks opened by the same write, those of the notices among them. */
    opens: readonly LegalClock[];
    closes: readonly ClockClosing[];
  };
}[E];
export type ApplicationEvent = EventOf<EventType>;
