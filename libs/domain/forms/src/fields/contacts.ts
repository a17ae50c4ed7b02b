import type { EmailField, PhoneField } from '../types.ts';
import { fault } from './fault.ts';
import { asText, type Handler, noFaults, oneText, type Read, typedText } from './handler.ts';
import { cleanLine } from './text.ts';

/** `0555 12-34-56`, `996555123456`, `+996 (555) 123456`, `555123456`: all one number. */
function normalPhone(text: string): string | undefined {
  if (!/^[+\d\s().-]+$/u.test(text)) return undefined;
  const digits = text.replace(/\D/gu, '');
  const match = /^(?:996|0)?([1-9]\d{8})$/u.exec(digits);
  return match?.[1] === undefined ? undefined : `+996${match[1]}`;
}

export function phoneHandler(field: PhoneField): Handler {
  const read = (text: string): Read => {
    const value = normalPhone(text);
    if (value !== undefined) return { value };
    const what = {
      ky: `«${text}» деген номер Кыргызстанда жок.`,
      ru: `«${text}» не похоже на номер Кыргызстана.`,
      en: `“${text}” does not look like a number of Kyrgyzstan.`,
    };
    const mend = {
      ky: 'Коду менен тогуз сан жазыңыз: +996 555 123 456.',
      ru: 'Введите код и девять цифр: +996 555 123 456.',
      en: 'Type the code and nine digits: +996 555 123 456.',
    };
    return { faults: [fault(field.label, 'phone', what, mend)] };
  };
  return {
    parts: [],
    read: (typed) => read(cleanLine(oneText(typed))),
    typed: typedText,
    check: () => noFaults,
    words: (value) => asText(value).replace(/^(\+996)(\d{3})(\d{3})(\d{3})$/u, '$1 $2 $3 $4'),
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: {
      ky: 'Телефон номериңизди жазыңыз.',
      ru: 'Впишите номер телефона.',
      en: 'Type your telephone number.',
    },
  };
}

const localPart = /^[^\s@<>()[\]\\,;:"]{1,64}$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** An address a letter can be sent to, its domain in small letters; undefined when it cannot be one. */
function normalEmail(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const good =
    text.length <= 254 &&
    localPart.test(local) &&
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    /\p{L}/u.test(labels.at(-1) ?? '');
  return good ? `${local}@${domain}` : undefined;
}

export function emailHandler(field: EmailField): Handler {
  const read = (text: string): Read => {
    const value = normalEmail(text);
    if (value !== undefined) return { value };
    const what = {
      ky: `«${text}» электрондук дарекке окшобойт.`,
      ru: `«${text}» не похоже на электронный адрес.`,
      en: `“${text}” does not look like an e-mail address.`,
    };
    const mend = {
      ky: 'Дарек мындай болот: aty@example.kg. «@» белгисин жана чекитти текшериңиз.',
      ru: 'Адрес выглядит так: imya@example.kg. Проверьте знак «@» и точку.',
      en: 'An address looks like this: name@example.kg. Check the “@” and the dot.',
    };
    return { faults: [fault(field.label, 'email', what, mend)] };
  };
  return {
    parts: [],
    read: (typed) => read(cleanLine(oneText(typed))),
    typed: typedText,
    check: () => noFaults,
    words: asText,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: {
      ky: 'Электрондук дарегиңизди жазыңыз.',
      ru: 'Впишите адрес электронной почты.',
      en: 'Type your e-mail address.',
    },
  };
}
