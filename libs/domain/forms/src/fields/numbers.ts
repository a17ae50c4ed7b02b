import { formatSom, parseSom } from '@kyzmat/money';

import type { MoneyField, NumberField, Text, Value } from '../types.ts';
import { fault } from './fault.ts';
import { type Fault, type Handler, inLang, noFaults, oneText, type Read, type Said } from './handler.ts';
import { cleanLine } from './text.ts';

function asNumber(value: Value): number {
  return typeof value === 'number' ? value : Number.NaN;
}

interface Bounds {
  readonly label: Text;
  readonly min?: number;
  readonly max?: number;
}

/** Both ends of what is allowed; `say` puts an amount into words. */
function checkBounds(field: Bounds, value: number, say: (amount: number) => Said): readonly Fault[] {
  if (field.min !== undefined && value < field.min) {
    const least = say(field.min);
    return [
      fault(
        field.label,
        'too-small',
        {
          ky: `${say(value).ky} — бул аз.`,
          ru: `${say(value).ru} — это мало.`,
          en: `${say(value).en} is too little.`,
        },
        {
          ky: `${least.ky} же андан көп жазыңыз.`,
          ru: `Введите ${least.ru} или больше.`,
          en: `Type ${least.en} or more.`,
        },
      ),
    ];
  }
  if (field.max === undefined || value <= field.max) return noFaults;
  const most = say(field.max);
  return [
    fault(
      field.label,
      'too-big',
      {
        ky: `${say(value).ky} — бул көп.`,
        ru: `${say(value).ru} — это много.`,
        en: `${say(value).en} is too much.`,
      },
      {
        ky: `${most.ky} же андан аз жазыңыз.`,
        ru: `Введите ${most.ru} или меньше.`,
        en: `Type ${most.en} or less.`,
      },
    ),
  ];
}

const spaces = /[\s\u00a0\u202f]/gu;

function readNumber(field: NumberField, text: string): Read {
  const decimals = field.decimals ?? 0;
  const plain = text.replace(spaces, '').replace(',', '.').replace('−', '-');
  const match = /^-?(\d+)(?:\.(\d+))?$/u.exec(plain);
  const places = match?.[2]?.length ?? 0;
  if (match === null || (match[1]?.length ?? 0) + places > 15) {
    const what = { ky: `«${text}» сан эмес.`, ru: `«${text}» — не число.`, en: `“${text}” is not a number.` };
    return {
      faults: [
        fault(field.label, 'number', what, {
          ky: 'Бир гана санды жазыңыз, мисалы: 12.',
          ru: 'Введите только число, например: 12.',
          en: 'Type a number only, for example: 12.',
        }),
      ],
    };
  }
  if (places <= decimals) return { value: Number(plain) + 0 };
  const mend: Said =
    decimals === 0
      ? { ky: 'Бүтүн санды жазыңыз.', ru: 'Введите целое число.', en: 'Type a whole number.' }
      : {
          ky: `Үтүрдөн кийин ${decimals} сандан ашпасын.`,
          ru: `После запятой — не больше ${decimals} цифр.`,
          en: `Type ${decimals} digits after the comma at most.`,
        };
  const what = {
    ky: 'үтүрдөн кийинки сандар көп.',
    ru: 'слишком много цифр после запятой.',
    en: 'there are too many digits after the comma.',
  };
  return { faults: [fault(field.label, 'decimals', what, mend)] };
}

export function numberHandler(field: NumberField): Handler {
  const say = (amount: number): Said => ({
    ky: plainNumber(amount),
    ru: plainNumber(amount),
    en: plainNumber(amount),
  });
  const { unit } = field;
  return {
    parts: [],
    read: (typed) => readNumber(field, cleanLine(oneText(typed))),
    typed: (value) => (Number.isFinite(value) ? plainNumber(asNumber(value)) : undefined),
    check: (value) => checkBounds(field, asNumber(value), say),
    words: (value, lang) =>
      unit === undefined
        ? plainNumber(asNumber(value))
        : `${plainNumber(asNumber(value))}\u00a0${inLang(unit, lang)}`,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: { ky: 'Санды жазыңыз.', ru: 'Впишите число.', en: 'Type the number.' },
  };
}

function plainNumber(value: number): string {
  return String(value).replace('.', ',');
}

function readMoney(field: MoneyField, text: string): Read {
  const value = parseSom(text.replace(/\s*сом$/iu, ''));
  if (value !== undefined) return { value };
  const what = {
    ky: `«${text}» сумма эмес.`,
    ru: `«${text}» — не сумма.`,
    en: `“${text}” is not an amount.`,
  };
  const mend = {
    ky: 'Сумманы сом менен жазыңыз, мисалы: 1 200 же 1 200,50.',
    ru: 'Введите сумму в сомах, например: 1 200 или 1 200,50.',
    en: 'Type the amount in soms, for example: 1 200 or 1 200,50.',
  };
  return { faults: [fault(field.label, 'money', what, mend)] };
}

/** "1200,50": soms with tyiyn where there are any. */
function plainSom(tyiyn: number): string {
  const rest = tyiyn % 100;
  return `${Math.trunc(tyiyn / 100)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}

export function moneyHandler(field: MoneyField): Handler {
  const say = (amount: number): Said => ({
    ky: formatSom(amount, 'ky'),
    ru: formatSom(amount, 'ru'),
    en: formatSom(amount, 'en'),
  });
  return {
    parts: [],
    read: (typed) => readMoney(field, cleanLine(oneText(typed))),
    typed: (value) =>
      Number.isSafeInteger(value) && asNumber(value) >= 0 ? plainSom(asNumber(value)) : undefined,
    check: (value) => checkBounds(field, asNumber(value), say),
    words: (value, lang) => formatSom(asNumber(value), lang),
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: { ky: 'Сумманы жазыңыз.', ru: 'Впишите сумму.', en: 'Type the amount.' },
  };
}
