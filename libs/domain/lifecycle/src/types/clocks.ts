import type { Instant, Text } from '@kyzmat/working-time';

export type Channel = 'cabinet' | 'emessage' | 'email';

export const noticeKinds = [
  'submitted',
  'intake_registered',
  'intake_refused',
  'suspended_unpaid',
  'payment_confirmed',
  'started',
  'clarification_asked',
  'result_ready',
  'provision_refused',
  'withdrawn',
  'term_changed',
  'refund_opened',
  'refunded',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A message the law owes to the user. It is at the same time an open clock with the same id. */
export interface NoticeOwed {
  /** `<applicationId>:<seq of the event>:<kind>`: the same debt always has the same id. */
  noticeId: string;
  kind: NoticeKind;
  ruleId: string;
  dueAt: Instant;
  channels: {
    /** All of these must take the notice before the debt is closed. */
    required: readonly Channel[];
    /** Sent too when the user has given an address; never a substitute (P573-41c). */
    extra: readonly Channel[];
  };
  facts: NoticeFacts;
}

/** What the notice must state (P573-35a); reasons and names are asked of the owner over HTTP. */
export interface NoticeFacts {
  startedAt?: Instant;
  /** Date and time when provision ends. */
  provisionEndsAt?: Instant;
  /** What the period still waits for, when there is no start yet. */
  awaits?: readonly StartCondition[];
}
export type StartCondition = 'registration' | 'payment' | 'appearance';

export const clockKinds = [
  'intake_acceptance',
  'intake_refusal',
  'provision_end',
  'result_handover',
  'outage_status',
  'notice',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How a limit is computed, so that a new calendar can compute it again. */
export type DueRule = 'acceptance' | 'refusal' | 'action' | 'provision' | 'outage';

export type Party = 'provider' | 'portal' | 'user';

/** `met`: in time. `late`: after the limit. `not_owed`: another act made it moot, so no breach counts. */
export type ClockOutcome = 'met' | 'late' | 'not_owed';

/** One legal limit: what is due, when, by which rule, since which fact, by which calendar. */
export interface LegalClock {
  /** `<applicationId>:<seq of the event>:<kind>`; a notice's clock has the id of the notice. */
  id: string;
  kind: ClockKind;
  ruleId: string;
  dueRule: DueRule;
  /** Who has to act. */
  responsible: Party;
  openedAt: Instant;
  /** The fact the period is counted from. */
  since: Instant;
  dueAt: Instant;
  /** After this moment it is late by every known reading of the law; only then may it be called unlawful. */
  loosest: Instant;
  /** The calendar it was counted by; with it `explain` tells how, day by day. */
  calendarVersion: string;
  notice?: {
    kind: NoticeKind;
    required: readonly Channel[];
    handedOver: readonly { channel: Channel; at: Instant }[];
  };
  /** The limit passed with nothing done. Stays recorded; read it together with `outcome`. */
  breachedAt?: Instant;
  /** When the provider's staff are reminded, by the working hours of the calendar; left out where nobody is. */
  remindAt?: readonly Instant[];
  /** How many of the clock's reminders the provider's staff have been given. */
  reminded?: number;
  closedAt?: Instant;
  /** Id of the event that closed it. */
  closedBy?: string;
  outcome?: ClockOutcome;
  replanned: readonly Replan[];
}

export interface Replan {
  from: Instant;
  to: Instant;
  reason: Text;
  at: Instant;
  /** The calendar that gave `from`. */
  calendarVersion: string;
}
