import type { Calendar } from './calendar.ts';
import type { Instant, Step } from './types.ts';

/** The end of a period as one reading of the text counts it. */
export interface Period {
  readonly at: Instant;
  readonly loosest: Instant;
  /** Days passed over and why; without the start and the end. */
  readonly steps: readonly Step[];
}

/** How the words of the law are counted. One value: give another to every deadline function to change the reading. */
export interface Interpretation {
  readonly id: string;
  /** "Within N working days" from an instant. */
  workingDays(from: Instant, count: number, calendar: Calendar): Period;
  /** P573-41b's own case; undefined when the instant is not in it. */
  afterLastHours(from: Instant, calendar: Calendar): Period | undefined;
  /** "Within N days", the word "working" absent. */
  days(from: Instant, count: number, calendar: Calendar): Period;
  /** "Within N hours": clock hours. */
  hours(from: Instant, count: number, calendar: Calendar): Period;
  /** "Not less than N months": a minimum, whole dates. */
  months(from: Instant, count: number, calendar: Calendar): Period;
}

/** The count of the requirements, section "Counting time". */
export declare const kyzmatInterpretation: Interpretation;

/** Reading 1: a period in days ends with the end of its last day. */
export declare const endOfNextWorkingDay: Interpretation;
