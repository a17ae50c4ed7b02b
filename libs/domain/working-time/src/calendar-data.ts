import type { LocalDate, Text } from './types.ts';

/** A holiday on the same date each year; `from` and `to` are `MM-DD`, both included; `to` is left out for one day. */
export interface FixedHoliday {
  readonly from: string;
  readonly to?: string;
  readonly name: Text;
}

/** The rules of one labour code, in force from a date until the next regime's. */
export interface Regime {
  readonly from: LocalDate;
  /** Where the rules come from, for the operator. */
  readonly source: string;
  /** Days off each week, ISO numbers: Monday 1 … Sunday 7. */
  readonly weekend: readonly number[];
  readonly holidays: readonly FixedHoliday[];
  /** A holiday on a weekend makes the next working day a day off too. */
  readonly movesFromWeekend: boolean;
}

/** A holiday whose date is announced each year (Orozo Ait, Kurman Ait). */
export interface AnnouncedHoliday {
  readonly date: LocalDate;
  readonly name: Text;
  readonly source: string;
  /** False while the date only follows from astronomy and may still move by a day. */
  readonly confirmed: boolean;
}

/** One day decided by name, in either direction; stronger than every other rule. */
export interface CalendarException {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason: Text;
}

/** When offices work, in whole hours of the clock from 0 to 24: `{ from: 9, to: 18 }`. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** A calendar of working days as data: edited by the operator, published by version, never changed in place. */
export interface CalendarData {
  readonly version: string;
  /** IANA name of the zone in which days begin and end. */
  readonly zone: string;
  /** When staff are reminded of limits; limits themselves are counted in days. Nine to six when left out. */
  readonly hours?: WorkingHours;
  /** In order of `from`. */
  readonly regimes: readonly Regime[];
  readonly announced: readonly AnnouncedHoliday[];
  readonly exceptions: readonly CalendarException[];
}
