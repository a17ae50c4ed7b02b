import { dateInDigits } from '../calendar.ts';
import type { InnField, PinField, Text } from '../types.ts';
import { fault } from './fault.ts';
import {
  asText,
  type Fault,
  type Handler,
  noFaults,
  oneText,
  type Read,
  type Said,
  typedText,
} from './handler.ts';
import { cleanLine } from './text.ts';

const fourteen = 14;

const mendPin: Said = {
  ky: 'ID-карттагы же паспорттогу 14 санды текшерип жазыңыз.',
  ru: 'Сверьте с ID-картой или паспортом: там 14 цифр.',
  en: 'Check it with the ID card or passport: it has 14 digits.',
};
const mendInn: Said = {
  ky: 'Мамлекеттик каттоо күбөлүгүндөгү 14 санды текшерип жазыңыз.',
  ru: 'Сверьте со свидетельством о регистрации: там 14 цифр.',
  en: 'Check it with the certificate of registration: it has 14 digits.',
};

/** The digits typed, spaces and dashes forgiven, or what is wrong with their count. */
function readDigits(label: Text, text: string, mend: Said): { digits: string } | { faults: Fault[] } {
  const digits = text.replace(/[\s-]/gu, '');
  if (!/^\d+$/u.test(digits)) {
    const what = {
      ky: 'сандардан башка белги бар.',
      ru: 'есть знаки кроме цифр.',
      en: 'there is more than digits in it.',
    };
    return { faults: [fault(label, 'digits', what, mend)] };
  }
  if (digits.length === fourteen) return { digits };
  const count = digits.length;
  const what = {
    ky: `14 эмес, ${count} сан жазылды.`,
    ru: `введено цифр: ${count}, а нужно 14.`,
    en: `it has 14 digits, not ${count}.`,
  };
  return { faults: [fault(label, 'length', what, mend)] };
}

function noSuchDate(label: Text, digits: string, mend: Said): Fault {
  const what: Said = {
    ky: `2–9-сандар (${digits.slice(1, 9)}) күндү билдирет, мындай күн жок.`,
    ru: `цифры со 2-й по 9-ю (${digits.slice(1, 9)}) — дата, и такой даты нет.`,
    en: `digits 2 to 9 (${digits.slice(1, 9)}) are a date, and there is no such date.`,
  };
  return fault(label, 'date', what, mend);
}

function inFuture(label: Text, mend: Said): Fault {
  const what: Said = {
    ky: 'номердеги күн али келе элек.',
    ru: 'дата в номере ещё не наступила.',
    en: 'the date in the number has not come yet.',
  };
  return fault(label, 'future', what, mend);
}

/**
 * PIN of a person: 14 digits, the first 1 (woman) or 2 (man), then the birth date ddmmyyyy, real and not in the
 * future. No check digit is publicly known.
 */
export function pinHandler(field: PinField): Handler {
  const read = (text: string): Read => {
    const result = readDigits(field.label, text, mendPin);
    if ('faults' in result) return result;
    if (!/^[12]/u.test(result.digits)) {
      const what: Said = {
        ky: 'ПИН 1 же 2 деп башталат.',
        ru: 'ПИН начинается с 1 или 2.',
        en: 'a PIN begins with 1 or 2.',
      };
      return { faults: [fault(field.label, 'begins', what, mendPin)] };
    }
    return dateInDigits(result.digits.slice(1, 9)) === undefined
      ? { faults: [noSuchDate(field.label, result.digits, mendPin)] }
      : { value: result.digits };
  };
  return {
    parts: [],
    read: (typed) => read(cleanLine(oneText(typed))),
    typed: typedText,
    check: (value, { today }) => {
      const born = dateInDigits(asText(value).slice(1, 9)) ?? '';
      return born > today ? [inFuture(field.label, mendPin)] : noFaults;
    },
    words: asText,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: mendPin,
  };
}

/** INN of a legal entity: 14 digits beginning with 0, then the registration date ddmmyyyy; both can be set otherwise. */
export function innHandler(field: InnField): Handler {
  const begins = field.begins ?? '0';
  const dated = field.datePart ?? true;
  const read = (text: string): Read => {
    const result = readDigits(field.label, text, mendInn);
    if ('faults' in result) return result;
    if (!result.digits.startsWith(begins)) {
      const what: Said = {
        ky: `ИНН ${begins} деп башталат.`,
        ru: `ИНН начинается с ${begins}.`,
        en: `an INN begins with ${begins}.`,
      };
      return { faults: [fault(field.label, 'begins', what, mendInn)] };
    }
    return dated && dateInDigits(result.digits.slice(1, 9)) === undefined
      ? { faults: [noSuchDate(field.label, result.digits, mendInn)] }
      : { value: result.digits };
  };
  return {
    parts: [],
    read: (typed) => read(cleanLine(oneText(typed))),
    typed: typedText,
    check: (value, { today }) => {
      const registered = dated ? (dateInDigits(asText(value).slice(1, 9)) ?? '') : '';
      return registered > today ? [inFuture(field.label, mendInn)] : noFaults;
    },
    words: asText,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: mendInn,
  };
}
