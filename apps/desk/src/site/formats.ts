import type { Format, Lang } from '@kyzmat/web';
import { formatDate, formatDeadline, formatLocal } from '@kyzmat/working-time';

/** The zone whose clock people read. */
export const zone = 'Asia/Bishkek';

/** Filters of the templates: `{{ at | moment }}`, `{{ dueAt | deadline }}`, `{{ date | day }}`. */
export function formatsOf(lang: Lang): Readonly<Record<string, Format>> {
  return {
    moment: (value) => (typeof value === 'string' ? formatLocal(value, lang, zone) : ''),
    deadline: (value) => (typeof value === 'string' ? formatDeadline(value, lang, zone) : ''),
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

/** A moment in a table, where room is scarce: "23.11, 14:10". */
export function shortMoment(at: string): string {
  return short.format(Date.parse(at));
}
