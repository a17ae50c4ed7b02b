import { formatDate, type Calendar, type CalendarException, type Text } from '@kyzmat/working-time';

/** Why limits move: the days by which a calendar differs from those that the limits were counted by, with their reasons. */
export function whatChanged(before: readonly Calendar[], after: Calendar): Text {
  const known = before.map(({ data }) => new Set(data.exceptions.map(keyOf)));
  const news = after.data.exceptions.filter((day) => known.some((calendar) => !calendar.has(keyOf(day))));
  if (news.length === 0)
    return { ky: 'Жумушчу күндөрдүн календары өзгөрдү', ru: 'Изменился календарь рабочих дней' };
  return { ky: news.map(inKyrgyz).join('; '), ru: news.map(inRussian).join('; ') };
}

function keyOf({ date, working, reason }: CalendarException): string {
  return [date, working, reason.ky, reason.ru].join('|');
}

function inKyrgyz({ date, working, reason }: CalendarException): string {
  return `${formatDate(date, 'ky')} — ${working ? 'жумуш күнү' : 'дем алыш күнү'} (${reason.ky})`;
}

function inRussian({ date, working, reason }: CalendarException): string {
  return `${formatDate(date, 'ru')} — ${working ? 'рабочий' : 'нерабочий'} день (${reason.ru})`;
}
