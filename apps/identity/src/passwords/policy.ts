import type { Text } from '@kyzmat/web';
import { commonest } from './commonest.ts';

/** What is wrong with a password, and how to mend it. */
export interface PasswordFault {
  readonly code: 'short' | 'long' | 'personal' | 'common' | 'plain';
  readonly what: Text;
  readonly mend: Text;
}

const shortest = 10;
const longest = 200;
const fewestDifferent = 5;

/**
 * Length is what makes a password strong: at least ten characters, no demands on their kinds. Refused are the commonest
 * ones, plain rows of characters, and those with numbers that others know of the person (PIN, birth date, phone).
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | undefined {
  const letters = Array.from(password.normalize('NFC'));
  if (letters.length < shortest) return faults.short;
  if (letters.length > longest) return faults.long;
  const low = letters.join('').toLowerCase();
  const bare = low.replaceAll(/[\s._+-]/gu, '');
  if (known.some((secret) => secret.length >= 6 && bare.includes(secret.toLowerCase())))
    return faults.personal;
  if (isPlain(low)) return faults.plain;
  return isCommon(low) || isCommon(bare) ? faults.common : undefined;
}

/** What others may know of a person and try first: the PIN, the birth date in it, the phone with and without its prefix. */
export function guessableOf({ pin, phone }: { readonly pin?: string; readonly phone?: string }): string[] {
  const digits = phone?.replaceAll(/\D/g, '') ?? '';
  const national = digits.replace(/^996/, '');
  const birth = pin?.slice(1, 9) ?? '';
  return [pin ?? '', birth, digits, national].filter((each) => each !== '');
}

/** A common password with digits or signs put around it, or in place of letters, is as common. */
function isCommon(low: string): boolean {
  return [low, low.replaceAll('0', 'o').replaceAll(/[@4]/g, 'a')].some(
    (each) => commonest.has(each) || commonest.has(each.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')),
  );
}

/** Few different characters, or a row such as 1234567890 or абвгдежзик. */
function isPlain(low: string): boolean {
  const letters = Array.from(low);
  if (new Set(letters).size < fewestDifferent) return true;
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const inRow = steps.filter((step) => Math.abs(step) <= 1).length;
  return inRow >= steps.length - 1;
}

const longer: Text = {
  ky: 'Бир нече сөздөн турган сүйлөм ойлоп табыңыз: аны эстөө оңой, табуу кыйын.',
  ru: 'Придумайте фразу из нескольких слов: её легко помнить и трудно подобрать.',
  en: 'Think of a phrase of several words: easy to remember, hard to guess.',
};
const faults = {
  short: {
    code: 'short',
    what: { ky: 'Сырсөз өтө кыска.', ru: 'Пароль слишком короткий.', en: 'The password is too short.' },
    mend: {
      ky: 'Кеминде 10 белги жазыңыз. Бир нече сөздөн турган сүйлөм да жарайт.',
      ru: 'Введите не меньше 10 знаков. Подойдёт и фраза из нескольких слов.',
      en: 'Type at least 10 characters. A phrase of several words is fine.',
    },
  },
  long: {
    code: 'long',
    what: { ky: 'Сырсөз өтө узун.', ru: 'Пароль слишком длинный.', en: 'The password is too long.' },
    mend: {
      ky: '200 белгиден ашырбаңыз.',
      ru: 'Сократите его до 200 знаков.',
      en: 'Keep it within 200 characters.',
    },
  },
  personal: {
    code: 'personal',
    what: {
      ky: 'Сырсөздө ПИНиңиз, туулган күнүңүз же телефонуңуз бар.',
      ru: 'В пароле есть ваш ПИН, дата рождения или телефон.',
      en: 'The password holds your PIN, birth date or phone number.',
    },
    mend: {
      ky: 'Аларды башкалар билет. Башка сөздөрдү колдонуңуз.',
      ru: 'Их знают другие. Используйте другие слова.',
      en: 'Others know them. Use other words.',
    },
  },
  plain: {
    code: 'plain',
    what: {
      ky: 'Сырсөз катар турган же кайталанган белгилерден турат.',
      ru: 'Пароль состоит из идущих подряд или повторяющихся знаков.',
      en: 'The password is a row of neighbouring or repeated characters.',
    },
    mend: longer,
  },
  common: {
    code: 'common',
    what: {
      ky: 'Мындай сырсөздү көп адам колдонот, аны биринчи аракетте эле табышат.',
      ru: 'Такой пароль у многих, его подбирают первым.',
      en: 'Many people use this password: it is tried first.',
    },
    mend: longer,
  },
} satisfies Record<string, PasswordFault>;
