import type { Common } from '@kyzmat/contracts';

const locales = ['ky', 'ru'] as const;

/** The local day of a moment in words, as documents say it: "2026-ж., 12-март" / "12 марта 2026 г.". */
export function dayInWords(instant: string, timeZone: string): Common['Text'] {
  const [ky = '', ru = ''] = locales.map((locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone, calendar: 'gregory' }).format(
      new Date(instant),
    ),
  );
  return { ky, ru };
}
