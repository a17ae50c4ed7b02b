import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './types.ts';

const dayLength = 86_400_000;

/** One local date: where it lies on the line of time, and its neighbours on the calendar. */
interface LocalDay {
  readonly date: LocalDate;
  /** Monday 1 … Sunday 7. */
  readonly weekday: number;
  /** Milliseconds of 00:00 and of 24:00 local. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly previous: LocalDate;
  readonly next: LocalDate;
}

export interface Zone {
  day(date: LocalDate): LocalDay;
  dayOf(milliseconds: number): LocalDay;
  /** When the clock shows `time` on `date`; in a gap of summer time, the moment as long after the gap. */
  at(date: LocalDate, time: Temporal.PlainTime): number;
  sameClockTime(milliseconds: number, date: LocalDate): number;
}

/**
 * A named time zone. Each local day is asked of Temporal once and kept: a deadline then costs look-ups and sums.
 * Throws RangeError for an unknown zone, and for dates that do not exist.
 */
export const createZone = (name: string): Zone => {
  const days = new Map<LocalDate, LocalDay>();
  /** By day of UTC, the local date on which that day begins. */
  const firstDates = new Map<number, LocalDate>();

  const day = (date: LocalDate): LocalDay => {
    const known = days.get(date);
    if (known) return known;
    const plain = Temporal.PlainDate.from(date, { overflow: 'reject' });
    if (plain.toString() !== date) throw new RangeError(`not a date: ${date}`);
    const next = plain.add({ days: 1 });
    const made = {
      date,
      weekday: plain.dayOfWeek,
      startsAt: plain.toZonedDateTime(name).epochMilliseconds,
      endsAt: next.toZonedDateTime(name).epochMilliseconds,
      previous: plain.subtract({ days: 1 }).toString(),
      next: next.toString(),
    };
    days.set(date, made);
    return made;
  };

  const firstDate = (utcDay: number): LocalDate => {
    const known = firstDates.get(utcDay);
    if (known) return known;
    const midnight = Temporal.Instant.fromEpochMilliseconds(utcDay * dayLength);
    const date = midnight.toZonedDateTimeISO(name).toPlainDate().toString();
    firstDates.set(utcDay, date);
    return date;
  };

  const dayOf = (milliseconds: number): LocalDay => {
    let local = day(firstDate(Math.floor(milliseconds / dayLength)));
    while (milliseconds >= local.endsAt) local = day(local.next);
    return local;
  };

  const at = (date: LocalDate, time: Temporal.PlainTime): number => {
    const local = day(date);
    if (isEven(local)) return local.startsAt + sinceMidnight(time);
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: name, plainTime: time })
      .epochMilliseconds;
  };

  const sameClockTime = (milliseconds: number, date: LocalDate): number => {
    const from = dayOf(milliseconds);
    const to = day(date);
    if (isEven(from) && isEven(to)) return to.startsAt + (milliseconds - from.startsAt);
    return at(
      date,
      Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(name).toPlainTime(),
    );
  };

  return { day, dayOf, at, sameClockTime };
};

/** A day on which the clocks were not changed, so that clock time is the time since midnight. */
const isEven = ({ startsAt, endsAt }: LocalDay): boolean => endsAt - startsAt === dayLength;

const sinceMidnight = ({ hour, minute, second, millisecond }: Temporal.PlainTime): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
