import { toMilliseconds } from './instant.ts';
import type { Instant, LocalDate } from './types.ts';

export type Language = 'ky' | 'ru' | 'en';

const locales: Record<Language, string> = { ky: 'ky', ru: 'ru', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times more than using it. */
const formatOf = (lang: Language, zone: string, withTime: boolean): Intl.DateTimeFormat => {
  const key = `${lang} ${zone} ${String(withTime)}`;
  const known = formats.get(key);
  if (known) return known;
  const options = { dateStyle: 'full', timeZone: zone, calendar: 'gregory' } as const;
  const made = new Intl.DateTimeFormat(
    locales[lang],
    withTime ? { ...options, timeStyle: 'short' } : options,
  );
  formats.set(key, made);
  return made;
};

/**
 * A moment for people, with weekday and time: "2021-ж., 22-ноябрь, дүйшөмбү 14:05" / "понедельник, 22 ноября 2021 г.
 * в 14:05". `zone` is the IANA name of the zone whose clock is shown. Throws RangeError for no instant.
 */
export const formatLocal = (instant: Instant, lang: Language, zone: string): string =>
  formatOf(lang, zone, true).format(toMilliseconds(instant));

/** A limit for people: as formatLocal, but midnight reads as 24:00 of the day it ends, the way the law counts it. */
export const formatDeadline = (at: Instant, lang: Language, zone: string): string => {
  const format = formatOf(lang, zone, true);
  const milliseconds = toMilliseconds(at);
  // Midnight falls on a whole minute, most moments do not: the parts are worth asking for only then.
  const maybe = milliseconds % 60_000 === 0;
  if (!maybe || !isMidnight(format.formatToParts(milliseconds))) return format.format(milliseconds);
  // In Russian the parts hold a narrow blank where the whole text holds an ordinary one.
  return format
    .formatToParts(milliseconds - 1)
    .map(({ type, value }) => (type === 'hour' ? '24' : type === 'minute' ? '00' : value))
    .join('')
    .replaceAll('\u202f', ' ');
};

const isMidnight = (parts: readonly Intl.DateTimeFormatPart[]): boolean =>
  parts.every(({ type, value }) => (type !== 'hour' && type !== 'minute') || value === '00');

/** A date for people, with weekday: "2021-ж., 22-ноябрь, дүйшөмбү" / "понедельник, 22 ноября 2021 г.". */
export const formatDate = (date: LocalDate, lang: Language): string =>
  formatOf(lang, 'UTC', false).format(toMilliseconds(`${date}T00:00:00.000Z`));
