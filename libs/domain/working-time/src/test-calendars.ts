import { Temporal } from 'temporal-polyfill';
import type { CalendarData, CalendarException } from './calendar-data.ts';
import { createCalendar, type Calendar } from './calendar.ts';
import { toInstant } from './instant.ts';
import { kyrgyzCalendar } from './kyrgyz-calendar.ts';
import type { Instant, LocalDate } from './types.ts';

/** Calendars and clocks for the tests of this library. */

export const bishkek = 'Asia/Bishkek';

export const kyrgyz = createCalendar(kyrgyzCalendar);

/** Saturdays and Sundays off, and nothing else: the examples of the law mark their holidays themselves. */
export const weekendsOnly: CalendarData = {
  version: 'weekends-only',
  zone: bishkek,
  regimes: [{ from: '2018-01-01', source: 'test', weekend: [6, 7], holidays: [], movesFromWeekend: false }],
  announced: [],
  exceptions: [],
};

export const marked = (date: LocalDate, working: boolean): CalendarException => ({
  date,
  working,
  reason: working ? { ky: 'иш күнү болсун', ru: 'объявлен рабочим' } : { ky: 'майрам', ru: 'праздник' },
});

export const withHolidays = (...dates: LocalDate[]): Calendar =>
  createCalendar({ ...weekendsOnly, exceptions: dates.map((date) => marked(date, false)) });

/** `2021-03-12 15:30` on the clocks of Bishkek. */
export const local = (text: string, zone: string = bishkek): Instant =>
  toInstant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);

/** 24:00 of the date in Bishkek. */
export const endOf = (date: LocalDate): Instant =>
  toInstant(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(bishkek).epochMilliseconds);
