import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import type { ErrorPagesOptions, WebAppOptions } from './types.ts';

/**
 * An Express app ready for pages: security headers (everything from this origin only, no inline script), `/assets`,
 * the language of the person, forms read into a flat `req.body` (`birth.day`), nothing personal kept by caches.
 */
export function webApp(options: WebAppOptions): Express {
  throw new Error(`not yet ${String(options.https)}`);
}

/** Put last: a page for an unknown address, then a page for each error by its `status` (and `code`). */
export function errorPages(options: ErrorPagesOptions): [RequestHandler, ErrorRequestHandler] {
  throw new Error(`not yet ${options.reference()}`);
}

/** Nothing of these pages is stored by browsers or proxies: `webApp` uses it for all pages. */
export const privatePages: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** A page that is the same for everybody in a language: may be kept for so many seconds. */
export function publicPage(seconds: number): RequestHandler {
  return (_req, res, next) => {
    res.set('Cache-Control', `public, max-age=${seconds}`).vary('Cookie').vary('Accept-Language');
    next();
  };
}
