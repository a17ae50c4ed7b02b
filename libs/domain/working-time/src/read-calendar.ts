import type { CalendarData } from './calendar-data.ts';
import { createCalendar, type Calendar } from './calendar.ts';

/**
 * A calendar from untrusted JSON, as another process published it. Throws TypeError when the shape is not that of
 * CalendarData, RangeError when the data contradict themselves.
 */
export const readCalendar = (value: unknown): Calendar => {
  if (!isCalendarData(value)) throw new TypeError('Not the data of a calendar');
  return createCalendar(value);
};

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const bool: Check = (value) => typeof value === 'boolean';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const object =
  (shape: Shape): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([name, check]) =>
      check(Object.getOwnPropertyDescriptor(value, name)?.value),
    );

const words = object({ ky: text, ru: text });
const number: Check = (value) => typeof value === 'number';
const regime = object({
  from: text,
  source: text,
  weekend: listOf(number),
  holidays: listOf(object({ from: text, to: optional(text), name: words })),
  movesFromWeekend: bool,
});
const calendar = object({
  version: text,
  zone: text,
  hours: optional(object({ from: number, to: number })),
  regimes: listOf(regime),
  announced: listOf(object({ date: text, name: words, source: text, confirmed: bool })),
  exceptions: listOf(object({ date: text, working: bool, reason: words })),
});

const isCalendarData = (value: unknown): value is CalendarData => calendar(value);
