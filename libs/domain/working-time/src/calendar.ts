import { Temporal } from 'temporal-polyfill';
import type { CalendarData, CalendarException } from './calendar-data.ts';
import { checkCalendarData } from './check-calendar-data.ts';
import { daysOffByRule } from './days-off.ts';
import { toInstant, toMilliseconds } from './instant.ts';
import type { Instant, LocalDate, Text } from './types.ts';
import { createZone, type Zone } from './zone.ts';

/** What a calendar says of one date; `reason` names the weekend, the holiday or the exception. */
export interface Day {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason?: Text;
}

/** Working days and local days of one version of the calendar data. Immutable; look-ups are kept, so asking is cheap. */
export interface Calendar {
  readonly version: string;
  readonly zone: string;
  /** The data this calendar was made from, to be stored and published. */
  readonly data: CalendarData;
  /** Throws RangeError for a date that does not exist or lies before the first regime. So do all the others. */
  day(date: LocalDate): Day;
  isWorkingDay(date: LocalDate): boolean;
  /** The date after, working or not. */
  nextDay(date: LocalDate): LocalDate;
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
  /** The moment on `date` when the clock shows `hour`:00. */
  hourOn(date: LocalDate, hour: number): Instant;
  /** The moment on `date` when the clock shows what it showed at `instant`. */
  sameClockTime(instant: Instant, date: LocalDate): Instant;
  /** A new calendar; an exception for a date already excepted replaces the old one. `newVersion` must be new. */
  withExceptions(list: readonly CalendarException[], newVersion: string): Calendar;
}

/** Longer than any real run of days off: past it the data are wrong, and waiting for a working day would never end. */
const longestRunOff = 366;

/** Makes a calendar from data. Throws RangeError when the data contradict themselves or name no real dates. */
export const createCalendar = (data: CalendarData): Calendar => {
  checkCalendarData(data);
  const zone = createZone(data.zone);
  return build(data, zone, daysOffByRule(data, zone));
};

type DaysOff = ReturnType<typeof daysOffByRule>;

/** What the zone and the rules already know stays shared between the versions of a calendar. */
const build = (data: CalendarData, zone: Zone, offByRule: DaysOff): Calendar => {
  const day = dayReader(data, zone, offByRule);
  const isWorkingDay = (date: LocalDate): boolean => day(date).working;

  const nextWorkingDay = (date: LocalDate): LocalDate => {
    let next = zone.day(date).next;
    for (let run = 0; !isWorkingDay(next); run += 1) {
      if (run > longestRunOff) throw new RangeError(`calendar ${data.version}: no working day after ${date}`);
      next = zone.day(next).next;
    }
    return next;
  };

  const sundayOf = (date: LocalDate): LocalDate => {
    let sunday = zone.day(date);
    while (sunday.weekday !== 7) sunday = zone.day(sunday.next);
    return sunday.date;
  };

  const lastWorkingDayOfWeek = (date: LocalDate): LocalDate | undefined => {
    let last = zone.day(sundayOf(date));
    while (!isWorkingDay(last.date)) {
      if (last.weekday === 1) return undefined;
      last = zone.day(last.previous);
    }
    return last.date;
  };

  return {
    version: data.version,
    zone: data.zone,
    data,
    day,
    isWorkingDay,
    nextDay: (date) => zone.day(date).next,
    nextWorkingDay,
    lastWorkingDayOfWeek,
    firstWorkingDayOfNextWeek: (date) => nextWorkingDay(sundayOf(date)),
    dateOf: (instant) => zone.dayOf(toMilliseconds(instant)).date,
    endOf: (date) => toInstant(zone.day(date).endsAt),
    hourOn: (date, hour) => toInstant(zone.at(date, new Temporal.PlainTime(hour))),
    sameClockTime: (instant, date) => toInstant(zone.sameClockTime(toMilliseconds(instant), date)),
    withExceptions: (list, newVersion) => {
      if (newVersion === data.version) throw new RangeError(`calendar version ${newVersion} exists already`);
      const kept = data.exceptions.filter((old) => !list.some(({ date }) => date === old.date));
      const changed = { ...data, version: newVersion, exceptions: [...kept, ...list] };
      checkCalendarData(changed);
      return build(changed, zone, offByRule);
    },
  };
};

const dayReader = (data: CalendarData, zone: Zone, offByRule: DaysOff): ((date: LocalDate) => Day) => {
  const exceptions = new Map(data.exceptions.map((exception) => [exception.date, exception]));
  const days = new Map<LocalDate, Day>();
  const begin = data.regimes[0]?.from ?? '';

  const read = (date: LocalDate): Day => {
    zone.day(date);
    if (date < begin) throw new RangeError(`calendar ${data.version} begins on ${begin}, asked for ${date}`);
    const exception = exceptions.get(date);
    if (exception) return { date, working: exception.working, reason: exception.reason };
    const reason = offByRule(date);
    return reason ? { date, working: false, reason } : { date, working: true };
  };

  return (date) => {
    const known = days.get(date) ?? read(date);
    days.set(date, known);
    return known;
  };
};
