import type { Calendar } from './calendar.ts';
import type { WorkingHours } from './calendar-data.ts';
import { toInstant, toMilliseconds } from './instant.ts';
import type { Instant } from './types.ts';

/** Of a calendar that says nothing of hours. */
export const usualHours: WorkingHours = { from: 9, to: 18 };

/**
 * The moment between two instants when this part (from 0, below 1) of the working time between them has passed: within
 * working hours, never at the very end of a day, and always with working time left before `to`. Where there is no working
 * time between them it is `from` itself. Limits are not counted so: the law speaks of days. Throws RangeError for what is
 * no instant.
 */
export const workingMoment = (from: Instant, to: Instant, part: number, calendar: Calendar): Instant => {
  const spans = workingSpans(toMilliseconds(from), toMilliseconds(to), calendar);
  let left = spans.reduce((sum, [start, end]) => sum + end - start, 0) * part;
  for (const [start, end] of spans) {
    if (left < end - start) return toInstant(start + Math.floor(left));
    left -= end - start;
  }
  return from;
};

/** The working hours between two moments, in milliseconds, day by day. */
const workingSpans = (from: number, to: number, calendar: Calendar): (readonly [number, number])[] => {
  const hours = calendar.data.hours ?? usualHours;
  const last = calendar.dateOf(toInstant(to));
  const spans: (readonly [number, number])[] = [];
  for (let date = calendar.dateOf(toInstant(from)); date <= last; date = calendar.nextDay(date)) {
    if (!calendar.isWorkingDay(date)) continue;
    const start = Math.max(from, Date.parse(calendar.hourOn(date, hours.from)));
    const end = Math.min(to, Date.parse(endOfHours(date, hours, calendar)));
    if (start < end) spans.push([start, end]);
  }
  return spans;
};

const endOfHours = (date: string, { to }: WorkingHours, calendar: Calendar): Instant =>
  to === 24 ? calendar.endOf(date) : calendar.hourOn(date, to);
