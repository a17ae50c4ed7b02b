import type { Format, Lang } from '@kyzmat/web';
import { formatSom } from '@kyzmat/money';
import { formatDate, formatDeadline, formatLocal } from '@kyzmat/working-time';

/** The zone whose clock people read. */
export const zone = 'Asia/Bishkek';

/** Filters of the templates: `{{ at | moment }}`, `{{ dueAt | deadline }}`, `{{ date | day }}`, `{{ amountTyiyn | money }}`. */
export function formatsOf(lang: Lang): Readonly<Record<string, Format>> {
  return {
    moment: (value) => (typeof value === 'string' ? formatLocal(value, lang, zone) : ''),
    deadline: (value) => (typeof value === 'string' ? formatDeadline(value, lang, zone) : ''),
    money: (value) => (typeof value === 'number' ? formatSom(value, lang) : ''),
    day: (value) => (typeof value === 'string' ? formatDate(value, lang) : ''),
  };
}

/** Digits only, so that both languages share it; made once, for making it is dear. */
const short = new Intl.DateTimeFormat('ru', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: zone,
});

/** A limit in a table, where room is scarce: "23.11, 14:10"; midnight ends its day, as the law counts: "23.11, 24:00". */
export function shortDeadline(at: string): string {
  const text = short.format(Date.parse(at));
  return text.endsWith(' 00:00') ? `${short.format(Date.parse(at) - 1).slice(0, -5)}24:00` : text;
}
