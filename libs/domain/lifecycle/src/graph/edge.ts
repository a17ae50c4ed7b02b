import type { ActRule } from '@kyzmat/working-time';
import type { ConditionName } from '../conditions.ts';
import type { GuardName } from '../guards/guards.ts';
import type { ClockKind, CommandType, EventType, NoticeKind, PaymentState, Role, Stage } from '../types.ts';

/** A notice owed by an event, and by which rule its limit is counted. */
export type NoticeRule =
  { kind: NoticeKind; due: 'acceptance' | 'refusal' } | { kind: NoticeKind; due: 'action'; act: ActRule };

/**
 * How an event ends the open clocks of a kind; `named` is the one the command names. `not_owed`: something else was done
 * instead, by its own limit. `dropped`: nobody waits for it any more, but a limit that has passed stays broken.
 */
export interface ClosingRule {
  clock: ClockKind | 'named';
  as: 'met' | 'not_owed' | 'dropped';
}

/** One event of an edge with all it brings along in the same write. */
export interface Effect {
  event: EventType;
  notices?: readonly NoticeRule[];
  opens?: readonly Exclude<ClockKind, 'notice'>[];
  closes?: readonly ClosingRule[];
}

/**
 * One way for an application to move, or to take note of something while it stays. Everything the platform does with
 * an application is one of these: the decision, the permissions, the buttons and the documentation read them.
 */
export interface Edge {
  id: string;
  command: CommandType;
  /** Stages it leaves from; `nothing` is where there is no application yet. */
  from: readonly Stage[] | 'nothing';
  to: Stage | 'same';
  /** What it needs of the money and makes of it; absent, it neither looks at it nor changes it. */
  payment?: { from: readonly PaymentState[]; to: PaymentState | 'same' };
  roles: readonly Role[];
  /** Which of several edges of the same command is meant; together they leave no gap. */
  when?: readonly ConditionName[];
  /** What must hold, or the command is refused. */
  guards: readonly GuardName[];
  /** Events in order; none: it is already so, and the message came twice. */
  does: readonly Effect[];
  /** Rules that demand or shape it. */
  rules: readonly string[];
}

/** Employees and systems through which a provider acts. */
export const providerSide = [
  'executor',
  'provider_head',
  'provider_system',
] as const satisfies readonly Role[];
