import type { Lang, Text } from './texts.ts';
import { pickText } from './translate.ts';

/** Signs nobody types: they go with a text through every macro and filter, and are read in the finished page. */
const start = '\uE000';
const end = '\uE001';

/** Of a page: what cannot hold an element (a tag with its attributes, a title, an option), or one of the signs. */
const plainOrSign =
  /<title>.*?<\/title>|<option.*?<\/option>|<textarea.*?<\/textarea>|<[^>]*>|[\uE000\uE001]/gsu;

/** A text in the language of the page; where there is no English, Russian, marked for `readInItsLanguage`. */
export function pickMarked(text: Text | string, lang: Lang): string {
  const picked = pickText(text, lang);
  const russian = lang === 'en' && typeof text !== 'string' && text.en === undefined && picked !== '';
  return russian ? `${start}${picked}${end}` : picked;
}

/** WCAG 3.1.2: Russian within an English page says so, for screen readers speak it with another voice. */
export function readInItsLanguage(html: string): string {
  if (!html.includes(start)) return html;
  return html.replace(plainOrSign, (part) => {
    if (part === start) return '<span lang="ru">';
    return part === end ? '</span>' : part.replaceAll(/[\uE000\uE001]/gu, '');
  });
}
