import { realDate } from '../calendar.ts';
import { feelDate, feelOf, isoOf } from '../feel/feel.ts';
import type { DateField, Feel, Lang, Typed, Value } from '../types.ts';
import { fault } from './fault.ts';
import { asText, type Fault, type Handler, noFaults, partsOf, type Read, type Said } from './handler.ts';

const parts = ['day', 'month', 'year'] as const;
type Part = (typeof parts)[number];

const partNames: Readonly<Record<Part, Said>> = {
  day: { ky: 'күнү', ru: 'день', en: 'day' },
  month: { ky: 'айы', ru: 'месяц', en: 'month' },
  year: { ky: 'жылы', ru: 'год', en: 'year' },
};

const mendDate: Said = {
  ky: 'Күнүн, айын жана жылын сан менен жазыңыз, мисалы: 5 3 1990.',
  ru: 'Введите день, месяц и год цифрами, например: 5 3 1990.',
  en: 'Type day, month and year in digits, for example: 5 3 1990.',
};

const calendars: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  ky: new Intl.DateTimeFormat('ky', { dateStyle: 'long', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** "2026-ж., 22-ноябрь", "22 ноября 2026 г.". */
function dateInWords(date: string, lang: Lang): string {
  return calendars[lang].format(new Date(`${date}T00:00:00Z`));
}

function readDate(field: DateField, typed: Typed): Read {
  const given = partsOf(typed);
  const text = (part: Part): string => (given[part] ?? '').trim();
  const absent = parts.filter((part) => text(part) === '');
  if (absent.length > 0) {
    const names = (lang: Lang): string => absent.map((part) => partNames[part][lang]).join(', ');
    const what = {
      ky: `${names('ky')} жазылган эмес.`,
      ru: `не хватает: ${names('ru')}.`,
      en: `this is missing: ${names('en')}.`,
    };
    return { faults: [fault(field.label, 'date-incomplete', what, mendDate)] };
  }
  const shown = parts.map(text).join('.');
  if (!/^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(shown)) {
    const what = { ky: `«${shown}» күн эмес.`, ru: `«${shown}» — не дата.`, en: `“${shown}” is not a date.` };
    return { faults: [fault(field.label, 'date', what, mendDate)] };
  }
  const value = realDate(Number(text('year')), Number(text('month')), Number(text('day')));
  if (value !== undefined) return { value };
  const what = {
    ky: `мындай күн жок: ${shown}.`,
    ru: `такой даты нет: ${shown}.`,
    en: `there is no such date: ${shown}.`,
  };
  return { faults: [fault(field.label, 'date-unreal', what, mendDate)] };
}

function typedDate(value: Value): Typed | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(asText(value));
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** The bound as a date, worked out once a day. A bound that gives no date is refused with the definition. */
function boundOf(source: Feel | undefined): (today: string) => string | undefined {
  if (source === undefined) return () => undefined;
  const bound = feelOf(source);
  let known: { today: string; date: string | undefined } | undefined;
  return (today) => {
    if (known?.today !== today) {
      known = { today, date: isoOf(bound.run((name) => (name === 'today' ? feelDate(today) : null))) };
    }
    return known.date;
  };
}

function tooEarly(field: DateField, earliest: string): Fault {
  const what: Said = { ky: 'күн өтө эрте.', ru: 'дата слишком ранняя.', en: 'the date is too early.' };
  return fault(field.label, 'date-early', what, {
    ky: `${dateInWords(earliest, 'ky')} же андан кийинки күндү жазыңыз.`,
    ru: `Введите дату не раньше ${dateInWords(earliest, 'ru')}`,
    en: `Type ${dateInWords(earliest, 'en')} or a later date.`,
  });
}

function tooLate(field: DateField, latest: string): Fault {
  const what: Said = { ky: 'күн өтө кеч.', ru: 'дата слишком поздняя.', en: 'the date is too late.' };
  return fault(field.label, 'date-late', what, {
    ky: `${dateInWords(latest, 'ky')} же андан мурдагы күндү жазыңыз.`,
    ru: `Введите дату не позже ${dateInWords(latest, 'ru')}`,
    en: `Type ${dateInWords(latest, 'en')} or an earlier date.`,
  });
}

export function dateHandler(field: DateField): Handler {
  const earliest = boundOf(field.min);
  const latest = boundOf(field.max);
  return {
    parts,
    read: (typed) => readDate(field, typed),
    typed: typedDate,
    check: (value, { today }) => {
      const date = asText(value);
      const from = earliest(today);
      if (from !== undefined && date < from) return [tooEarly(field, from)];
      const until = latest(today);
      return until !== undefined && date > until ? [tooLate(field, until)] : noFaults;
    },
    words: (value, lang) => dateInWords(asText(value), lang),
    feel: (value) => feelDate(asText(value)),
    feelEmpty: null,
    mendEmpty: mendDate,
  };
}
