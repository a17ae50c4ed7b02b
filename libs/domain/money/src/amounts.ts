/** Hundredths of a som: a safe integer, never negative. All money is kept and sent like this. */
export type Tyiyn = number;

/** True for what may stand as an amount anywhere. */
export const isTyiyn = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** Digits in one piece, or in groups of three after blanks (plain, non-breaking, narrow); then a comma or a dot. */
const soms = /^(?<whole>\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](?<part>\d{1,2}))?$/;

/**
 * Soms as people type them, "1 200,50" or "1200.5", as tyiyn; "сом" may follow. Undefined for anything else: a sign,
 * a third decimal, a blank in the wrong place, more than a safe integer holds.
 */
export const parseSom = (text: string): Tyiyn | undefined => {
  const groups = soms.exec(text.trim().replace(/\s*сом$/iu, ''))?.groups;
  if (!groups) return undefined;
  const whole = Number((groups['whole'] ?? '').replaceAll(/\D/g, ''));
  const tyiyn = whole * 100 + Number((groups['part'] ?? '').padEnd(2, '0'));
  return isTyiyn(tyiyn) ? tyiyn : undefined;
};

export type Language = 'ky' | 'ru' | 'en';

const styles = {
  ky: { whole: wholeFormat('ky'), point: ',', som: 'сом' },
  ru: { whole: wholeFormat('ru'), point: ',', som: 'сом' },
  en: { whole: wholeFormat('en-GB'), point: '.', som: 'som' },
} as const satisfies Record<Language, object>;

function wholeFormat(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'always' });
}

/**
 * An amount for people: "1 200 сом", "1 200,50 сом" with non-breaking spaces, exact to the tyiyn for every safe
 * integer. Throws RangeError for what is no amount.
 */
export const formatSom = (tyiyn: Tyiyn, lang: Language): string => {
  if (!isTyiyn(tyiyn)) throw new RangeError(`not an amount in tyiyn: ${tyiyn}`);
  const { whole, point, som } = styles[lang];
  // Whole soms and tyiyn apart: as one fraction, great sums would lose their tyiyn.
  const part = tyiyn % 100;
  const decimals = part === 0 ? '' : point + String(part).padStart(2, '0');
  return `${whole.format((tyiyn - part) / 100)}${decimals}\u00a0${som}`;
};
