/** Languages of the portal: the state language (Kyrgyz) and the official one (Russian), P573-7. */
export type Language = 'ky' | 'ru';

/** One text in both languages. */
export interface Text {
  readonly ky: string;
  readonly ru: string;
}

/** A value on paper: the same in both languages (a number, a name), or one text each. */
export type Words = string | Text;

/** The languages a document is written in, the leading one first. */
export type Languages = readonly [Language] | readonly [Language, Language];

/** An instant: ISO-8601 in UTC with milliseconds. */
export type Instant = string;

/** The words of one language. */
export const inLanguage = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : words[language];
