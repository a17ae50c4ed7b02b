import { workingMoment, type Calendar } from '@kyzmat/working-time';
import type { ClockKind, Instant, LegalClock } from './types.ts';

/** Whom a word to the staff goes to. `executor` falls to the head as long as nobody is in charge. */
export type StaffRole = 'executor' | 'provider_head' | 'operator';

/** A reminder: when so much of the working time given has gone, to whom. */
export interface ReminderRule {
  /** Part of the working hours between the opening of the clock and its limit, above 0 and below 1. */
  readonly part: number;
  readonly to: readonly StaffRole[];
}

const early: ReminderRule = { part: 0.5, to: ['executor'] };
const last: ReminderRule = { part: 0.8, to: ['executor', 'provider_head'] };

/** Which limits the provider is reminded of. Our own notices need none: nobody at the provider can hurry them. */
export const reminderRules: Readonly<Record<ClockKind, readonly ReminderRule[]>> = {
  intake_acceptance: [early, last],
  // Runs beside acceptance: one reminder speaks of both.
  intake_refusal: [],
  provision_end: [early, last],
  result_handover: [last],
  outage_status: [early, last],
  notice: [],
};

/**
 * When reminders of a limit come: while people are at work, with working time left to act. A limit that leaves no working
 * time at all, as a weekend's outage may, has its one reminder at once.
 */
export function remindersOf(
  { kind, openedAt }: Pick<LegalClock, 'kind' | 'openedAt'>,
  dueAt: Instant,
  calendar: Calendar,
): Pick<LegalClock, 'remindAt'> {
  const rules = reminderRules[kind];
  if (rules.length === 0) return {};
  return { remindAt: rules.map(({ part }) => workingMoment(openedAt, dueAt, part, calendar)) };
}

/** When the reminder comes; undefined when the clock has none of this number. */
export function reminderAt({ remindAt }: LegalClock, step: number): Instant | undefined {
  return remindAt?.[step];
}

/** When the timer has to look at a running clock again: its next reminder, else its limit. */
export function nextLookAt(clock: LegalClock): Instant {
  const at = reminderAt(clock, clock.reminded ?? 0);
  return at !== undefined && at < clock.dueAt ? at : clock.dueAt;
}

/**
 * The reminder to give now for each running clock: the last one whose moment has come, since after a pause one word is
 * enough. None once the limit has passed: the breach tells more.
 */
export function dueReminders(
  clocks: readonly LegalClock[],
  now: Instant,
): readonly { readonly clockId: string; readonly step: number }[] {
  return clocks.flatMap((clock) => {
    if (clock.closedAt !== undefined || clock.breachedAt !== undefined || now > clock.dueAt) return [];
    const steps = reminderRules[clock.kind].map((_, step) => step);
    const step = steps.findLast((each) => (reminderAt(clock, each) ?? clock.dueAt) <= now);
    return step === undefined || step < (clock.reminded ?? 0) ? [] : [{ clockId: clock.id, step }];
  });
}
