import { formatDate, formatLocal } from '@kyzmat/working-time';

type Lang = 'ky' | 'ru' | 'en';
const zone = 'Asia/Bishkek';

/** A moment as people read it, in Bishkek. */
export function whenText(instant: string, lang: Lang): string {
  return instant === '' ? '' : formatLocal(instant, lang, zone);
}

/** A day, `YYYY-MM-DD`, in each language. */
export function dayText(day: string): Readonly<Record<Lang, string>> {
  return { ky: formatDate(day, 'ky'), ru: formatDate(day, 'ru'), en: formatDate(day, 'en') };
}
