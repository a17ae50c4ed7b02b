import { Temporal } from 'temporal-polyfill';
import type { CalendarData, WorkingHours } from './calendar-data.ts';

/** Throws RangeError at the first thing in the data that no calendar can be made of. */
export const checkCalendarData = (data: CalendarData): void => {
  const demand = (holds: boolean, what: string): void => {
    if (!holds) throw new RangeError(`calendar ${data.version}: ${what}`);
  };
  const regimeDates = data.regimes.map(({ from }) => from);
  const exceptionDates = data.exceptions.map(({ date }) => date);
  const announcedDates = data.announced.map(({ date }) => date);

  demand(data.version !== '', 'has no version');
  demand(regimeDates.length > 0, 'has no regime');
  demand(data.hours === undefined || areHours(data.hours), 'the hours of work must begin before they end');
  demand(isRising(regimeDates), 'regimes must follow each other in time');
  for (const date of [...regimeDates, ...exceptionDates, ...announcedDates]) {
    demand(isRealDate(date), `${date} is not a date`);
  }
  demand(new Set(exceptionDates).size === exceptionDates.length, 'two exceptions for one date');
  demand(new Set(announcedDates).size === announcedDates.length, 'two announced holidays on one date');
  for (const { weekend, holidays } of data.regimes) {
    demand(weekend.every(isWeekday) && new Set(weekend).size < 7, 'a week needs a working day');
    for (const { from, to = from } of holidays) {
      // 2024 is a leap year, so 29 February may be a holiday.
      demand(
        isRealDate(`2024-${from}`) && isRealDate(`2024-${to}`),
        `${from} to ${to} is not a holiday's date`,
      );
      demand(from <= to, `a holiday ends before it begins: ${from} to ${to}`);
    }
  }
};

const isRising = (list: readonly string[]): boolean =>
  list.every((item, index) => index === 0 || (list[index - 1] ?? '') < item);

const areHours = ({ from, to }: WorkingHours): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= 24;

const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;

const isRealDate = (date: string): boolean => {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date;
  } catch {
    return false;
  }
};
