import type { CookieOptions, RequestHandler } from 'express';
import type { Lang } from '../texts/texts.ts';
import { splitUrl } from './address.ts';
import { cookieOf } from './cookie.ts';
import { startFrame } from './frame.ts';
import { languageOfBrowser } from './language.ts';
import { readLook, writeLook } from './look.ts';

/**
 * How the person wants pages: the language by `?lang=`, large text and high contrast by `?look=`. What is asked for is
 * kept in a cookie and the address cleaned by a redirect. Prepares the frame of the page.
 */
export function preferencesOf(languages: readonly Lang[], cookie: CookieOptions): RequestHandler {
  return (req, res, next) => {
    const { path, query } = splitUrl(req.originalUrl);
    const askedLang = languages.find((lang) => lang === query.get('lang'));
    const askedLook = query.get('look');
    const look = readLook(askedLook ?? cookieOf(req, 'kz_look') ?? '');
    if (askedLang !== undefined) res.cookie('kz_lang', askedLang, cookie);
    if (askedLook !== null) res.cookie('kz_look', writeLook(look), cookie);
    query.delete('lang');
    query.delete('look');
    const url = query.size === 0 ? path : `${path}?${query.toString()}`;
    const asked = askedLang !== undefined || askedLook !== null;
    if (asked && (req.method === 'GET' || req.method === 'HEAD')) {
      res.redirect(302, url);
      return;
    }
    const kept = languages.find((lang) => lang === cookieOf(req, 'kz_lang'));
    const lang = askedLang ?? kept ?? languageOfBrowser(req, languages);
    startFrame(res, { lang, look, url, navigation: [] });
    next();
  };
}
