import type { CookieOptions, Request, RequestHandler } from 'express';
import type { Lang } from '../texts/texts.ts';
import { startFrame } from './frame.ts';
import type { Frame } from './types.ts';

const cookieName = 'kz_lang';

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
  const { path, query } = splitUrl(url);
  return languages.map((lang) => {
    query.set('lang', lang);
    const [short, rest] = names[lang];
    return { lang, short, rest, href: `${path}?${query.toString()}` };
  });
}

/**
 * The language of the person: asked for by `?lang=` (kept in a cookie, the address cleaned by a redirect), else the
 * cookie, else what the browser prefers, else Kyrgyz. Prepares the frame of the page.
 */
export function languageOf(languages: readonly Lang[], cookie: CookieOptions): RequestHandler {
  return (req, res, next) => {
    const { path, query } = splitUrl(req.originalUrl);
    const asked = languages.find((lang) => lang === query.get('lang'));
    const lang = asked ?? fromCookie(req, languages) ?? fromBrowser(req, languages);
    if (asked !== undefined) res.cookie(cookieName, asked, cookie);
    query.delete('lang');
    const url = query.size === 0 ? path : `${path}?${query.toString()}`;
    if (asked !== undefined && (req.method === 'GET' || req.method === 'HEAD')) {
      res.redirect(302, url);
      return;
    }
    const frame: Frame = { lang, url, navigation: [] };
    startFrame(res, frame);
    next();
  };
}

/** Of an address of this site only: `//other.example` would be read by browsers as another site. */
function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const [path = '/', query = ''] = url.split('?', 2);
  return { path: `/${path.replace(/^[/\\]+/, '')}`, query: new URLSearchParams(query) };
}

function fromCookie(req: Request, languages: readonly Lang[]): Lang | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return languages.find((lang) => pairs.includes(`${cookieName}=${lang}`));
}

/** English only when neither Kyrgyz nor Russian is read: a phone set to English is mostly a local one. */
function fromBrowser(req: Request, languages: readonly Lang[]): Lang {
  const read = req.acceptsLanguages().map((tag) => tag.split('-')[0]);
  const accepted = languages.filter((lang) => read.includes(lang));
  const local = accepted.filter((lang) => lang !== 'en').sort((a, b) => read.indexOf(a) - read.indexOf(b));
  return local[0] ?? accepted[0] ?? 'ky';
}
