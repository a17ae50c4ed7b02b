/** A moment: ISO-8601 in UTC with milliseconds, `2021-03-12T09:30:00.000Z`. Sorts as text. */
export type Instant = string;

/** A date on the wall calendar of the zone, `2021-03-12`. Sorts as text. */
export type LocalDate = string;

/** What is said to people, Kyrgyz first. */
export interface Text {
  readonly ky: string;
  readonly ru: string;
}

/** One sentence of the answer to "why this date"; `at` where the sentence names a moment. */
export interface Step {
  readonly text: Text;
  readonly at?: Instant;
}

/**
 * A legal limit with its reasons. What is done at `at` or before is on time by the interpretation in use.
 * The last step's `at` is always the deadline's own.
 */
export interface Deadline {
  readonly at: Instant;
  /** Done by this moment is on time by every known reading of the text. Never later than `loosest`. */
  readonly strictest: Instant;
  /** Done after this moment is late by every known reading. Only then may it be called unlawful. */
  readonly loosest: Instant;
  /** The rule that demands what is due: `P573-41b`. */
  readonly ruleId: string;
  readonly steps: readonly Step[];
  readonly calendarVersion: string;
}

/** How long a service takes, from its own regulation (P573-37) or info materials (C22-6f). `count` is whole, from 1. */
export interface ServiceTerm {
  readonly count: number;
  readonly unit: 'working_days' | 'calendar_days' | 'hours';
}

/** Within what time a decision can be appealed against, and by which law (P573-38). `count` is whole, from 1. */
export interface AppealTerm {
  readonly count: number;
  readonly unit: 'working_days' | 'calendar_days' | 'months';
  readonly law: Text;
}

/**
 * Acts of which P573-34a demands a notice; `P573-34a` itself stands for any other completed action. `P573-31c` is the
 * submission, which the cabinet shows.
 */
export type ActRule = 'P573-31c' | 'P573-34a' | 'P573-35c' | 'P573-35d' | 'P573-35e' | 'P573-40';
