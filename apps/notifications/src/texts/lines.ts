import type { Applications } from '@kyzmat/contracts';
import { formatSom } from '@kyzmat/money';
import { formatDeadline, formatLocal } from '@kyzmat/working-time';

export type Facts = Applications['NoticeFacts'];
export type Language = 'ky' | 'ru';
/** A line of a notice; left out when its facts are not there. */
export type Line = (facts: Facts, language: Language) => string | undefined;

const zone = 'Asia/Bishkek';

export function say(ky: string, ru: string): Line {
  return (_facts, language) => ({ ky, ru })[language];
}

export const about: Line = ({ reference, serviceTitle, providerName }, language) =>
  ({
    ky: `Арыз ${reference}: «${serviceTitle.ky}», ${providerName.ky}.`,
    ru: `Заявление ${reference}: «${serviceTitle.ru}», ${providerName.ru}.`,
  })[language];

/** P573-35a: the start of the procedure. */
export const starts: Line = ({ startsAt }, language) => {
  if (startsAt === undefined) return undefined;
  const at = formatLocal(startsAt, language, zone);
  return { ky: `Кызмат көрсөтүү башталган убакыт: ${at}.`, ru: `Оказание услуги начато: ${at}.` }[language];
};

/** P573-35a: the end is a date and a time of day. */
export const ends: Line = ({ endsAt }, language) => {
  if (endsAt === undefined) return undefined;
  const at = formatDeadline(endsAt, language, zone);
  return {
    ky: `Кызмат көрсөтүү бүтө турган убакыт: ${at}.`,
    ru: `Оказание услуги завершится: ${at}.`,
  }[language];
};

type StartCondition = NonNullable<Facts['awaits']>[number];
const conditions: Readonly<Record<StartCondition, Readonly<Record<Language, string>>>> = {
  registration: { ky: 'арыз катталгандан', ru: 'регистрации заявления' },
  payment: { ky: 'төлөм ырасталгандан', ru: 'подтверждения оплаты' },
  appearance: { ky: 'сиз жеке келгенден', ru: 'вашей личной явки' },
};

/** P573-35a with P573-29b: while there is no start, the notice says what starts the period. */
export const startsLater: Line = ({ awaits = [] }, language) => {
  if (awaits.length === 0) return undefined;
  const all = awaits.map((condition) => conditions[condition][language]);
  return {
    ky: `Мөөнөт ${all.join(' жана ')} кийин башталат. Бүтө турган күнүн жана убактысын ошондо билдиребиз.`,
    ru: `Срок начнётся после ${all.join(' и ')}. Дату и время окончания сообщим тогда.`,
  }[language];
};

export const amount: Line = ({ amountTyiyn }, language) => {
  if (amountTyiyn === undefined) return undefined;
  const som = formatSom(amountTyiyn, language);
  return { ky: `Суммасы: ${som}.`, ru: `Сумма: ${som}.` }[language];
};

export const grounds: Line = ({ grounds: given = [] }, language) => {
  if (given.length === 0) return undefined;
  const list = given.map((ground) => ground[language]).join('; ');
  return { ky: `Негизи: ${list}.`, ru: `Основание: ${list}.` }[language];
};

/** P573-35b, P573-35e: a refusal gives its reasons; in the words of who refused. */
export const reason: Line = ({ reason: given }, language) =>
  given === undefined ? undefined : { ky: `Себеби: ${given}`, ru: `Причина: ${given}` }[language];

export const executor: Line = ({ executorName: name }, language) =>
  name === undefined ? undefined : { ky: `Аткаруучу: ${name}.`, ru: `Исполнитель: ${name}.` }[language];

export const question: Line = ({ question: asked }, language) =>
  asked === undefined ? undefined : { ky: `Суроо: ${asked}`, ru: `Вопрос: ${asked}` }[language];

export const appeal: Line = ({ appeal: given }, language) => given?.[language];

/** Why dates moved: which day of the calendar changed, on what ground. */
export const because: Line = ({ because: given }, language) =>
  given === undefined
    ? undefined
    : {
        ky: `Жумушчу күндөрдүн календары өзгөрдү: ${given.ky}.`,
        ru: `Изменился календарь рабочих дней: ${given.ru}.`,
      }[language];

/** Each date that moved, from and to, so that nobody has to compare by memory. */
export const movedLimits: Line = ({ moved = [] }, language) => {
  if (moved.length === 0) return undefined;
  const lines = moved.map(({ what, from, to }) => {
    const [was, is] = [formatDeadline(from, language, zone), formatDeadline(to, language, zone)];
    return { ky: `${what.ky}: мурда ${was}, эми ${is}.`, ru: `${what.ru}: было ${was}, стало ${is}.` }[
      language
    ];
  });
  return lines.join('\n');
};
