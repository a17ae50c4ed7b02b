/** A moment as people read it, in Bishkek. */
export function whenText(instant: string, lang: 'ky' | 'ru' | 'en'): string {
  if (instant === '') return '';
  return new Intl.DateTimeFormat(lang, {
    timeZone: 'Asia/Bishkek',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}
