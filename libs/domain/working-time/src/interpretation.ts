import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { toInstant, toMilliseconds } from './instant.ts';
import * as say from './explanation.ts';
import type { Instant, LocalDate, Step } from './types.ts';

/** The end of a period as one reading of the text counts it, with the ends of the strictest and loosest readings. */
export interface Period {
  readonly at: Instant;
  readonly strictest: Instant;
  readonly loosest: Instant;
  /** How it was counted, without the start and the end themselves. */
  readonly steps: readonly Step[];
}

/**
 * How the words of the law are counted. The texts do not say, so the reading is one value: give another to every
 * deadline function to change it everywhere. All throw RangeError for a `from` that is no instant.
 */
export interface Interpretation {
  readonly id: string;
  /** "Within N working days" from an instant. `count` is whole, from 1. */
  workingDays(from: Instant, count: number, calendar: Calendar): Period;
  /** P573-41b's own case, "after 15:00 on the last day of the working week"; undefined when `from` is not in it. */
  afterLastHours(from: Instant, calendar: Calendar): Period | undefined;
  /** "Within N days" where the word "working" is absent. */
  days(from: Instant, count: number, calendar: Calendar): Period;
  /** "Within N hours", a сутки being 24: hours of the clock, weekends and holidays included. */
  hours(from: Instant, count: number): Period;
  /** "Not less than N months": a minimum in whole dates. */
  months(from: Instant, count: number, calendar: Calendar): Period;
}

const hour = 3_600_000;

/**
 * The count of the requirements' section "Counting time". Working days: from a working day until the same clock time,
 * from a day off until the end of the last day counted. Days: 24 hours each. Never later than another known reading
 * but for P573-41a's Friday, and a later start never gets an earlier limit.
 */
export const kyzmatInterpretation: Interpretation = {
  id: 'kyzmat',

  workingDays: (from, count, calendar) => {
    const { onDayOff, strictest, loosest, steps } = countWorkingDays(from, count, calendar);
    const reading = onDayOff ? say.untilEndOfDay(count, onDayOff) : say.untilSameTime(count);
    return { at: strictest, strictest, loosest, steps: [reading, ...steps] };
  },

  afterLastHours: (from, calendar) => {
    const date = calendar.dateOf(from);
    const last = calendar.lastWorkingDayOfWeek(date);
    const inCase = last === undefined || date > last || (date === last && from > calendar.hourOn(date, 15));
    if (!inCase) return undefined;
    const first = calendar.firstWorkingDayOfNextWeek(date);
    const at = calendar.endOf(first);
    return {
      at,
      strictest: at,
      loosest: at,
      steps: [say.wholeFirstDay, ...daysBetween(date, first, calendar)],
    };
  },

  days: (from, count, calendar) => {
    const at = plusHours(from, 24 * count);
    const loosest = calendar.endOf(plusDays(calendar.dateOf(from), count));
    return { at, strictest: at, loosest, steps: [say.clockDays(count)] };
  },

  hours: (from, count) => {
    const at = plusHours(from, count);
    return { at, strictest: at, loosest: at, steps: [say.clockHours(count)] };
  },

  months: (from, count, calendar) => {
    // Temporal takes the last day of the month when the date does not exist: three months from 30 November.
    const last = Temporal.PlainDate.from(calendar.dateOf(from)).add({ months: count }).toString();
    const at = calendar.endOf(last);
    return { at, strictest: at, loosest: at, steps: [say.wholeDates] };
  },
};

/** Reading 1: a period counted in days, working or not, ends with the end of its last day. */
export const endOfNextWorkingDay: Interpretation = {
  ...kyzmatInterpretation,
  id: 'end-of-next-working-day',

  workingDays: (from, count, calendar) => {
    const { onDayOff, strictest, loosest, steps } = countWorkingDays(from, count, calendar);
    return { at: loosest, strictest, loosest, steps: [say.untilEndOfDay(count, onDayOff), ...steps] };
  },

  days: (from, count, calendar) => {
    const { strictest, loosest } = kyzmatInterpretation.days(from, count, calendar);
    return { at: loosest, strictest, loosest, steps: [say.wholeDays(count)] };
  },
};

interface WorkingDays {
  /** Whether the count starts on a day off: then both readings end with the end of the last day. */
  readonly onDayOff: boolean;
  readonly strictest: Instant;
  readonly loosest: Instant;
  readonly steps: readonly Step[];
}

/** Counts working days after the date of `from`: until the same time of the last one, or until its end. */
const countWorkingDays = (from: Instant, count: number, calendar: Calendar): WorkingDays => {
  const first = calendar.dateOf(from);
  let last = first;
  for (let counted = 0; counted < count; counted += 1) last = calendar.nextWorkingDay(last);
  const onDayOff = !calendar.isWorkingDay(first);
  const loosest = calendar.endOf(last);
  const strictest = onDayOff ? loosest : calendar.sameClockTime(from, last);
  return { onDayOff, strictest, loosest, steps: daysBetween(first, last, calendar) };
};

/** What there is to say of the days from `first` to `last`: of a day off, and of a working day by exception. */
const daysBetween = (first: LocalDate, last: LocalDate, calendar: Calendar): Step[] => {
  const steps: Step[] = [];
  for (let date = first; date <= last; date = calendar.nextDay(date)) {
    const day = calendar.day(date);
    if (day.reason && !(day.working && date === first)) steps.push(say.day(day, day.reason));
  }
  return steps;
};

const plusHours = (from: Instant, count: number): Instant => toInstant(toMilliseconds(from) + count * hour);

const plusDays = (date: LocalDate, count: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days: count }).toString();
