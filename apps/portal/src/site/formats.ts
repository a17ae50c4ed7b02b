import { formatSom } from '@kyzmat/money';
import type { Format, Lang } from '@kyzmat/web';
import { formatDate, formatDeadline, formatLocal } from '@kyzmat/working-time';

/** The zone whose clock people read; law counts days in it. */
export const zone = 'Asia/Bishkek';

/** `pages` in English read Russian where law has no English; so do amounts and dates inside them. */
export function official(lang: Lang): 'ky' | 'ru' {
  return lang === 'ky' ? 'ky' : 'ru';
}

/** Filters of the templates: `{{ fee | money }}`, `{{ at | moment }}`, `{{ dueAt | deadline }}`, `{{ date | day }}`. */
export function formatsOf(lang: Lang): Readonly<Record<string, Format>> {
  return {
    money: (value) => (typeof value === 'number' ? formatSom(value, lang) : ''),
    moment: (value) => (typeof value === 'string' ? formatLocal(value, lang, zone) : ''),
    deadline: (value) => (typeof value === 'string' ? formatDeadline(value, lang, zone) : ''),
    day: (value) => (typeof value === 'string' ? formatDate(value, lang) : ''),
  };
}
