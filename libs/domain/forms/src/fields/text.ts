import type { LongTextField, TextField } from '../types.ts';
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
import { createMask } from './mask.ts';

/** Signs nobody types: control characters, and those that turn the reading order so that a text says one thing and shows another. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const unseenButLines = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of text as it is kept: composed letters, nothing unseen, no spaces around. */
export function cleanLine(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
}

function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseenButLines, '')
    .trim();
}

const mendText: Said = { ky: 'Жообуңузду жазыңыз.', ru: 'Впишите ответ.', en: 'Type your answer.' };

function length(text: string): number {
  return Array.from(text).length;
}

function checkLength(field: TextField | LongTextField, text: string, most: number): readonly Fault[] {
  const count = length(text);
  const least = field.minLength ?? 0;
  if (count < least) {
    return [
      fault(
        field.label,
        'too-short',
        {
          ky: `${count} белги жазылды, бул аз.`,
          ru: `введено знаков: ${count}, этого мало.`,
          en: `${count} characters are too few.`,
        },
        {
          ky: `Кеминде ${least} белги жазыңыз.`,
          ru: `Введите не меньше ${least} знаков.`,
          en: `Type at least ${least} characters.`,
        },
      ),
    ];
  }
  if (count <= most) return noFaults;
  return [
    fault(
      field.label,
      'too-long',
      {
        ky: `${count} белги жазылды, бул көп.`,
        ru: `введено знаков: ${count}, это много.`,
        en: `${count} characters are too many.`,
      },
      {
        ky: `${most} белгиден ашпасын.`,
        ru: `Сократите до ${most} знаков.`,
        en: `Keep it within ${most} characters.`,
      },
    ),
  ];
}

function maskedRead(field: TextField, pattern: string): (text: string) => Read {
  const mask = createMask(pattern);
  // «АВ» in Cyrillic looks like the example and still may not fit: which letters are meant has to be said.
  const latin = pattern.includes('A');
  return (text) => {
    const value = mask.fit(text);
    if (value !== undefined) return { value };
    const what: Said = {
      ky: `«${text}» керектүү үлгүгө туура келбейт.`,
      ru: `«${text}» не подходит к образцу.`,
      en: `“${text}” does not fit the pattern.`,
    };
    return {
      faults: [
        fault(field.label, 'mask', what, {
          ky: `${latin ? 'Латын тамгалары менен мындай' : 'Мындай'} жазыңыз: ${mask.example}.`,
          ru: `${latin ? 'Введите латинскими буквами, так' : 'Введите так'}: ${mask.example}.`,
          en: `${latin ? 'Type it in Latin letters, like this' : 'Type it like this'}: ${mask.example}.`,
        }),
      ],
    };
  };
}

export function textHandler(field: TextField): Handler {
  const most = field.maxLength ?? 200;
  const read = field.mask === undefined ? (text: string) => ({ value: text }) : maskedRead(field, field.mask);
  return {
    parts: [],
    read: (typed) => read(cleanLine(oneText(typed))),
    typed: typedText,
    check: (value) => checkLength(field, asText(value), most),
    words: asText,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: mendText,
  };
}

export function longTextHandler(field: LongTextField): Handler {
  const most = field.maxLength ?? 4000;
  return {
    parts: [],
    read: (typed) => ({ value: cleanLines(oneText(typed)) }),
    typed: typedText,
    check: (value) => checkLength(field, asText(value), most),
    words: asText,
    feel: (value) => value,
    feelEmpty: null,
    mendEmpty: mendText,
  };
}
