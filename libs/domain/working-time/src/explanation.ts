import type { Day } from './calendar.ts';
import { formatDate, formatDeadline, formatLocal } from './format.ts';
import type { Instant, LocalDate, Step, Text } from './types.ts';

/** The sentences of "why this date". Kyrgyz puts a date after a colon or a dash, so that no suffix hangs on a number. */

const russianPlural = new Intl.PluralRules('ru');

const russian = (count: number, one: string, few: string, many: string): string => {
  const rule = russianPlural.select(count);
  return `${count} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

const workingDays = (count: number): string => russian(count, 'рабочий день', 'рабочих дня', 'рабочих дней');

const calendarDays = (count: number): string =>
  russian(count, 'календарный день', 'календарных дня', 'календарных дней');

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('ru') + text.slice(1);

/** The fact from which the period runs. */
export const started = (what: Text, at: Instant, zone: string): Step => ({
  text: {
    ky: `${what.ky}: ${formatLocal(at, 'ky', zone)}.`,
    ru: `${what.ru}: ${formatLocal(at, 'ru', zone)}.`,
  },
  at,
});

/** The paragraph of the law that gives the period. */
export const rule = (text: Text): Step => ({ text });

/** The limit itself. */
export const ends = (at: Instant, zone: string): Step => ({
  text: {
    ky: `Акыркы мөөнөт: ${formatDeadline(at, 'ky', zone)}.`,
    ru: `Крайний срок: ${formatDeadline(at, 'ru', zone)}.`,
  },
  at,
});

/** For a minimum: until then at least. */
export const openUntil = (at: Instant, zone: string): Step => ({
  text: {
    ky: `Кеминде ушул убакытка чейин ачык: ${formatDeadline(at, 'ky', zone)}.`,
    ru: `Доступ открыт как минимум до этого времени: ${formatDeadline(at, 'ru', zone)}.`,
  },
  at,
});

const sayings = new WeakMap<Day, Step>();

/** A day off passed over, or a weekend day worked by decision. Said once for each day of a calendar, then kept. */
export const day = (day: Day, reason: Text): Step => {
  const said = sayings.get(day) ?? {
    text: day.working ? counted(day.date, reason) : passedOver(day.date, reason),
  };
  sayings.set(day, said);
  return said;
};

const passedOver = (date: LocalDate, reason: Text): Text => ({
  ky: `${formatDate(date, 'ky')} — ${reason.ky}, эсептелбейт.`,
  ru: `${capital(formatDate(date, 'ru'))} — ${reason.ru}, не считается.`,
});

const counted = (date: LocalDate, reason: Text): Text => ({
  ky: `${formatDate(date, 'ky')} — иш күнү (${reason.ky}), эсептелет.`,
  ru: `${capital(formatDate(date, 'ru'))} — рабочий день (${reason.ru}), считается.`,
});

export const untilSameTime = (count: number): Step => ({
  text:
    count === 1
      ? {
          ky: 'Бир иш күнү: кийинки иш күнүнүн ушул эле саатына чейин.',
          ru: 'Один рабочий день: до того же времени следующего рабочего дня.',
        }
      : {
          ky: `${count} иш күнү: алардын акыркысынын ушул эле саатына чейин.`,
          ru: `${workingDays(count)}: до того же времени последнего из них.`,
        },
});

export const untilEndOfDay = (count: number, onDayOff: boolean): Step => {
  const because = onDayOff
    ? { ky: 'Башталышы иш эмес күнгө туура келди. ', ru: 'Начало пришлось на нерабочий день. ' }
    : { ky: '', ru: '' };
  return {
    text:
      count === 1
        ? {
            ky: `${because.ky}Бир иш күнү: кийинки иш күнүнүн аягына чейин.`,
            ru: `${because.ru}Один рабочий день: до конца следующего рабочего дня.`,
          }
        : {
            ky: `${because.ky}${count} иш күнү: алардын акыркысынын аягына чейин.`,
            ru: `${because.ru}${workingDays(count)}: до конца последнего из них.`,
          },
  };
};

/** P573-41b: what the rule leaves to say. */
export const wholeFirstDay: Step = {
  text: {
    ky: 'Ал күн аягына чейин (24:00) кирет; акыркы иш күнүнөн кийинки эс алуу күндөрү түшкөн арыздарга да ушул мөөнөт колдонулат.',
    ru: 'Этот день входит целиком, до 24:00; тот же срок у заявок, поступивших в нерабочие дни после последнего рабочего дня.',
  },
};

export const clockDays = (count: number): Step => ({
  text: {
    ky: `${count} календардык күн (${24 * count} саат): дем алыш жана майрам күндөрү да кирет.`,
    ru: `${calendarDays(count)} (${24 * count} ч): выходные и праздники входят в срок.`,
  },
});

export const wholeDays = (count: number): Step => ({
  text: {
    ky: `${count} календардык күн: алардын акыркысынын аягына чейин, дем алыш жана майрам күндөрү да кирет.`,
    ru: `${calendarDays(count)}: до конца последнего из них, выходные и праздники входят в срок.`,
  },
});

export const clockHours = (count: number): Step => ({
  text: {
    ky: `${count} саат тынымсыз эсептелет: дем алыш жана майрам күндөрү да кирет.`,
    ru: `${russian(count, 'час', 'часа', 'часов')} подряд: выходные и праздники входят в срок.`,
  },
});

export const wholeDates: Step = {
  text: {
    ky: 'Ушул эле датанын аягына чейин; айда мындай күн жок болсо, айдын акыркы күнүнүн аягына чейин.',
    ru: 'До конца того же числа; если такого числа в месяце нет — до конца последнего дня месяца.',
  },
};

/** P573-41a on the last working day up to 15:00: the readings differ, and one act satisfies them all. */
export const safeToday = (at: Instant, zone: string): Step => ({
  text: {
    ky: `Билдирүү ошол эле күнү жөнөтүлсө, эрежени кандай окуса да өз убагында болот: ${formatDeadline(at, 'ky', zone)}.`,
    ru: `Уведомление, отправленное в тот же день, своевременно при любом прочтении правила: ${formatDeadline(at, 'ru', zone)}.`,
  },
  at,
});
