import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { assetsRouter } from '../assets/router.ts';
import { preferencesOf } from '../pages/preferences.ts';
import type { WebAppOptions } from './types.ts';

const year = 365 * 24 * 3600;

/**
 * An Express app ready for pages: security headers (everything from this origin only, no inline script), `/assets`,
 * the language and look of the person, forms read into a flat `req.body` (`birth.day`), nothing personal kept by caches.
 */
export function webApp(options: WebAppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(securityHeaders(options), assetsRouter(), privatePages);
  app.use(
    preferencesOf(options.pages.languages, {
      httpOnly: true,
      sameSite: 'lax',
      secure: options.https,
      maxAge: year * 1000,
      path: '/',
    }),
  );
  app.use(express.urlencoded({ extended: false, limit: options.formLimit ?? 500_000, parameterLimit: 2000 }));
  return app;
}

/** Nothing of these pages is stored by browsers or proxies: `webApp` uses it for all pages. */
const privatePages: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

function securityHeaders({ https, formOrigins = [] }: WebAppOptions): RequestHandler {
  const own = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: own,
        fontSrc: own,
        connectSrc: own,
        manifestSrc: own,
        formAction: [...own, ...formOrigins],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: year, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: https,
    // Not "no-referrer": with it browsers send "Origin: null" with forms, and origin checks would fail.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
