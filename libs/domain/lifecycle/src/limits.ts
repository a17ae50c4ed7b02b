import {
  acceptanceNotice,
  actionNotice,
  intakeRefusalNotice,
  provisionEnd,
  statusAfterOutage,
  type ActRule,
  type Calendar,
  type Deadline,
} from '@kyzmat/working-time';
import { remindersOf } from './reminders.ts';
import type { ApplicationState, ClockChange, Context, DueRule, Instant, LegalClock, Terms } from './types.ts';

const actRules: readonly ActRule[] = ['P573-31c', 'P573-34a', 'P573-35c', 'P573-35d', 'P573-35e', 'P573-40'];

/** The limit a rule sets for what began at `since`; `act` names the action whose notice is owed. */
export function limit(
  rule: DueRule,
  since: Instant,
  terms: Pick<Terms, 'term'>,
  calendar: Calendar,
  act: ActRule = 'P573-34a',
): Deadline {
  switch (rule) {
    case 'acceptance':
      return acceptanceNotice(since, { calendar });
    case 'refusal':
      return intakeRefusalNotice(since, { calendar });
    case 'action':
      return actionNotice(since, act, { calendar });
    case 'provision':
      return provisionEnd(since, terms.term, { calendar });
    case 'outage':
      return statusAfterOutage(since, { calendar });
  }
}

/**
 * How the limit of a clock is counted, with its steps for people. With the calendar of the clock's own version it gives
 * the clock's own `dueAt`; the steps are not stored, since the clock keeps all they follow from.
 */
export function explain(
  clock: Pick<LegalClock, 'dueRule' | 'ruleId' | 'since'>,
  terms: Pick<Terms, 'term'>,
  calendar: Calendar,
): Deadline {
  const act = actRules.find((rule) => rule === clock.ruleId);
  return limit(clock.dueRule, clock.since, terms, calendar, act);
}

/**
 * What another calendar makes of the limits still running, and of the reminders before them. A limit that has passed stays as it was, and none is moved
 * into the past: a calendar alone never makes anybody late.
 */
export function changesBy(state: ApplicationState, { calendar, now }: Context): readonly ClockChange[] {
  return state.clocks
    .filter((clock) => clock.closedAt === undefined && clock.breachedAt === undefined && clock.dueAt >= now)
    .map((clock) => {
      const change = changeOf(clock, state.terms, calendar);
      return { change, moves: change.to !== change.from || remindersMove(clock, change) };
    })
    .filter(({ change, moves }) => moves && change.to >= now)
    .map(({ change }) => change);
}

function changeOf(clock: LegalClock, terms: Terms, calendar: Calendar): ClockChange {
  const { at, loosest, calendarVersion } = explain(clock, terms, calendar);
  const reminders = remindersOf(clock, at, calendar);
  return { clockId: clock.id, from: clock.dueAt, to: at, loosest, calendarVersion, ...reminders };
}

function remindersMove({ remindAt }: LegalClock, { remindAt: moved }: ClockChange): boolean {
  return moved?.some((at, step) => at !== remindAt?.[step]) ?? false;
}
