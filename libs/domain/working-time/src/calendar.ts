import type { CalendarData, CalendarException } from './calendar-data.ts';
import type { Instant, LocalDate, Text } from './types.ts';

/** What a calendar says of one date; `reason` names the weekend, the holiday or the exception. */
export interface Day {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason?: Text;
}

/** Working days and local days of one version of the calendar data. Immutable. */
export interface Calendar {
  readonly version: string;
  readonly zone: string;
  /** The data this calendar was made from, to be stored and published. */
  readonly data: CalendarData;
  day(date: LocalDate): Day;
  isWorkingDay(date: LocalDate): boolean;
  /** The first working day after `date`, never `date` itself. */
  nextWorkingDay(date: LocalDate): LocalDate;
  /** The last working day of the Monday-to-Sunday week of `date`; undefined when the whole week is off. */
  lastWorkingDayOfWeek(date: LocalDate): LocalDate | undefined;
  /** The first working day of the next week that has one. */
  firstWorkingDayOfNextWeek(date: LocalDate): LocalDate;
  /** The local date on which the instant falls. */
  dateOf(instant: Instant): LocalDate;
  /** 24:00 of the date: the instant of the next local midnight. */
  endOf(date: LocalDate): Instant;
  /** The moment on `date` when the clock shows what it showed at `instant`. */
  sameClockTime(instant: Instant, date: LocalDate): Instant;
  /** A new calendar; an exception for a date already excepted replaces the old one. `newVersion` must be new. */
  withExceptions(list: readonly CalendarException[], newVersion: string): Calendar;
}

/** Makes a calendar from data. Throws RangeError when the data contradict themselves or name no real dates. */
export declare function createCalendar(data: CalendarData): Calendar;
