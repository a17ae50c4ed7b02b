import type { Lang, Plural, Text, TextBook, TextParams, Translate } from './texts.ts';

/** One book of several; throws when a key is given twice. */
export function mergeTexts(...books: readonly TextBook[]): TextBook {
  const keys = books.flatMap((book) => Object.keys(book));
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`Text "${twice}" is given twice`);
  return Object.fromEntries(books.flatMap((book) => Object.entries(book)));
}

/** The text of a language; a visitor reads Russian where there is no English. A plain string is given back as it is. */
export function pickText(text: Text | string, lang: Lang): string {
  if (typeof text === 'string') return text;
  return (lang === 'en' ? text.en : text[lang]) ?? text.ru;
}

/** Finds and fills texts of a book in one language. The result throws on an unknown key or a missing parameter. */
export function translator(book: TextBook, lang: Lang): Translate {
  return (key, params = {}) => {
    const entry = book[key];
    if (entry === undefined) throw new Error(`No text "${key}"`);
    const used: Lang = lang === 'en' && entry.en === undefined ? 'ru' : lang;
    return fill(byNumber(entry[used] ?? entry.ru, used, params['count']), params, key);
  };
}

function byNumber(text: string | Plural, lang: Lang, count: string | number | undefined): string {
  if (typeof text === 'string') return text;
  const form = new Intl.PluralRules(lang).select(Number(count));
  return (form === 'one' || form === 'few' || form === 'many' ? text[form] : undefined) ?? text.other;
}

function fill(text: string, params: TextParams, key: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Text "${key}" needs "${name}"`);
    return String(value);
  });
}
