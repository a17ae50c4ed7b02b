import type { Request } from 'express';
import type { Lang } from '../texts/texts.ts';
import { withQuery } from './address.ts';

/** Each language's own name; a narrow screen shows the first part. */
const names: Readonly<Record<Lang, readonly [string, string]>> = {
  ky: ['Кыр', 'гызча'],
  ru: ['Рус', 'ский'],
  en: ['Eng', 'lish'],
};

type LanguageLink = {
  readonly lang: Lang;
  readonly short: string;
  readonly rest: string;
  readonly href: string;
};

/** Links to the same page in each language. */
export function languageLinks(languages: readonly Lang[], url: string): LanguageLink[] {
  return languages.map((lang) => {
    const [short, rest] = names[lang];
    return { lang, short, rest, href: withQuery(url, 'lang', lang) };
  });
}

/**
 * What the browser prefers, else Kyrgyz. English only when neither Kyrgyz nor Russian is read: a phone set to English
 * is mostly a local one.
 */
export function languageOfBrowser(req: Request, languages: readonly Lang[]): Lang {
  const read = req.acceptsLanguages().map((tag) => tag.split('-')[0]);
  const accepted = languages.filter((lang) => read.includes(lang));
  const local = accepted.filter((lang) => lang !== 'en').sort((a, b) => read.indexOf(a) - read.indexOf(b));
  return local[0] ?? accepted[0] ?? 'ky';
}
