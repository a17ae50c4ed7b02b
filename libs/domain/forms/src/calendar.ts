import type { Instant } from './types.ts';

/** Days are those of the country, whatever the zone of the server. */
const bishkek = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek' });

/** The date in Asia/Bishkek at an instant, `YYYY-MM-DD`. */
export function dateIn(now: Instant): string {
  return bishkek.format(new Date(now));
}

/** `YYYY-MM-DD` when such a day exists (31 February does not), else undefined. Years from 1800 to 2999. */
export function realDate(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/** The date in eight digits ddmmyyyy, as it stands in a PIN and an INN. */
export function dateInDigits(digits: string): string | undefined {
  return realDate(Number(digits.slice(4, 8)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
}
