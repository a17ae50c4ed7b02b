import type { Calendar } from './calendar.ts';
import * as say from './explanation.ts';
import { earlier } from './instant.ts';
import { kyzmatInterpretation, type Interpretation, type Period } from './interpretation.ts';
import { acts, rules } from './rule-texts.ts';
import type { ActRule, AppealTerm, Deadline, Instant, ServiceTerm, Step, Text } from './types.ts';

export interface DeadlineOptions {
  readonly calendar: Calendar;
  /** How periods are counted; kyzmatInterpretation when left out. */
  readonly interpretation?: Interpretation;
}

/*
 * One function for each period of the law. Instants in and out are UTC; days are those of the calendar's zone. All
 * throw RangeError for what is no instant, and for dates before the calendar's first regime.
 */

/**
 * P573-41a, P573-41b: by when the reasoned refusal to consider an application must reach the user. The `ruleId` tells
 * which of the two sentences gave the limit.
 */
export const intakeRefusalNotice = (arrivedAt: Instant, options: DeadlineOptions): Deadline => {
  const { calendar, interpretation } = read(options);
  const fact = (): Step => say.started(acts.arrived, arrivedAt, calendar.zone);
  const late = interpretation.afterLastHours(arrivedAt, calendar);
  if (late) return conclude('P573-41b', () => [fact(), say.rule(rules.intakeRefusalLate)], late, calendar);

  const period = interpretation.workingDays(arrivedAt, 1, calendar);
  const head = (): Step[] => [fact(), say.rule(rules.intakeRefusal)];
  const today = calendar.dateOf(arrivedAt);
  if (calendar.lastWorkingDayOfWeek(today) !== today) return conclude('P573-41a', head, period, calendar);
  // By one reading the exception for after 15:00 implies the end of the same day for before it.
  const strictest = earlier(calendar.endOf(today), period.strictest);
  const safe = (): Step[] => [...head(), say.safeToday(strictest, calendar.zone)];
  return conclude('P573-41a', safe, { ...period, strictest }, calendar);
};

/** P573-41c: by when the notice of acceptance for consideration must be in the cabinet. The 15:00 rule is not for it. */
export const acceptanceNotice = (submittedAt: Instant, options: DeadlineOptions): Deadline =>
  withinWorkingDay('P573-41c', acts.submitted, rules.acceptance, submittedAt, options);

/**
 * P573-34a: by when notice of a completed action must be handed to the state e-message system. `act` is the rule that
 * demands the notice, and becomes the `ruleId`.
 */
export const actionNotice = (completedAt: Instant, act: ActRule, options: DeadlineOptions): Deadline =>
  withinWorkingDay(act, acts[act], rules.action, completedAt, options);

/** P573-42: by when the status must be in the cabinet once the circumstances of an outage are removed. */
export const statusAfterOutage = (removedAt: Instant, options: DeadlineOptions): Deadline => {
  const { calendar, interpretation } = read(options);
  const head = (): Step[] => [
    say.started(acts.outageRemoved, removedAt, calendar.zone),
    say.rule(rules.outage),
  ];
  return conclude('P573-42', head, interpretation.hours(removedAt, 24), calendar);
};

/** P573-27e: until when, at the least, a submitted application stays open to the user. Longer is allowed. */
export const submittedAccess = (submittedAt: Instant, options: DeadlineOptions): Deadline =>
  openForMonths('P573-27e', acts.submitted, rules.submittedAccess, submittedAt, 12, options);

/** P573-27f: until when, at the least, a draft stays open to the user. Longer is allowed. */
export const draftAccess = (lastSavedAt: Instant, options: DeadlineOptions): Deadline =>
  openForMonths('P573-27f', acts.saved, rules.draftAccess, lastSavedAt, 3, options);

/** C22-14a: by when the operator must notify a provider of its block. The block itself waits for nothing. */
export const blockNotice = (blockedAt: Instant, options: DeadlineOptions): Deadline => {
  const { calendar, interpretation } = read(options);
  const head = (): Step[] => [say.started(acts.blocked, blockedAt, calendar.zone), say.rule(rules.block)];
  return conclude('C22-14a', head, interpretation.days(blockedAt, 2, calendar), calendar);
};

/**
 * P573-37, told to the user by P573-35a: the date and time when provision ends, from the service's own term. Throws
 * RangeError for a term that is not a whole count from 1.
 */
export const provisionEnd = (startedAt: Instant, term: ServiceTerm, options: DeadlineOptions): Deadline => {
  const { calendar, interpretation } = read(options);
  if (!Number.isSafeInteger(term.count) || term.count < 1) throw new RangeError(`not a term: ${term.count}`);
  const head = (): Step[] => [say.started(acts.started, startedAt, calendar.zone), say.rule(rules.provision)];
  return conclude('P573-37', head, countTerm(startedAt, term, interpretation, calendar), calendar);
};

/**
 * P573-38: until when a decision can be appealed against, by a term of the general law. Counted from the decision, by the
 * reading that ends first: who appeals by then is in time by every other one. Throws RangeError for no whole count from 1.
 */
export const appealEnd = (decidedAt: Instant, term: AppealTerm, options: DeadlineOptions): Deadline => {
  const { calendar, interpretation } = read(options);
  const { count, unit, law } = term;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a term: ${count}`);
  const head = (): Step[] => [say.started(acts.decided, decidedAt, calendar.zone), say.rule(law)];
  const period =
    unit === 'months'
      ? interpretation.months(decidedAt, count, calendar)
      : countTerm(decidedAt, { count, unit }, interpretation, calendar);
  return conclude('P573-38', head, period, calendar);
};

const countTerm = (from: Instant, term: ServiceTerm, reading: Interpretation, calendar: Calendar): Period => {
  switch (term.unit) {
    case 'working_days':
      return reading.workingDays(from, term.count, calendar);
    case 'calendar_days':
      return reading.days(from, term.count, calendar);
    case 'hours':
      return reading.hours(from, term.count);
  }
};

const withinWorkingDay = (
  ruleId: string,
  fact: Text,
  law: Text,
  from: Instant,
  options: DeadlineOptions,
): Deadline => {
  const { calendar, interpretation } = read(options);
  const head = (): Step[] => [say.started(fact, from, calendar.zone), say.rule(law)];
  return conclude(ruleId, head, interpretation.workingDays(from, 1, calendar), calendar);
};

const openForMonths = (
  ruleId: string,
  fact: Text,
  law: Text,
  from: Instant,
  months: number,
  options: DeadlineOptions,
): Deadline => {
  const { calendar, interpretation } = read(options);
  const head = (): Step[] => [say.started(fact, from, calendar.zone), say.rule(law)];
  return conclude(ruleId, head, interpretation.months(from, months, calendar), calendar, say.openUntil);
};

const read = (options: DeadlineOptions): Required<DeadlineOptions> => ({
  interpretation: kyzmatInterpretation,
  ...options,
});

/** The sentences are put together when somebody asks why: most deadlines are only counted. */
const conclude = (
  ruleId: string,
  head: () => readonly Step[],
  period: Period,
  calendar: Calendar,
  ending: (at: Instant, zone: string) => Step = say.ends,
): Deadline => ({
  at: period.at,
  strictest: period.strictest,
  loosest: period.loosest,
  ruleId,
  get steps() {
    return [...head(), ...period.steps, ending(period.at, calendar.zone)];
  },
  calendarVersion: calendar.version,
});
