import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { frameOf, hasFrame, startFrame } from '../pages/frame.ts';
import type { ErrorPagesOptions } from './types.ts';

/** What an error page can say; each has its texts under `web.failed.<kind>`. */
const kinds: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'expired',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  429: 'too-many',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

type Failure = { readonly status: number; readonly kind: string; readonly reference?: string };

/**
 * Put last: a page for an unknown address, then a page for each error by its `status`. A missing or old form token
 * (`EBADCSRFTOKEN`) reads as an expired session. Anything without a status is our failure: 500, with a reference.
 */
export function errorPages(options: ErrorPagesOptions): [RequestHandler, ErrorRequestHandler] {
  return [
    (_req, res) => show(options, res, { status: 404, kind: 'not-found' }),
    (error: unknown, req, res, next) => {
      if (res.headersSent) {
        next(error);
        return;
      }
      const failure = failureOf(error, options);
      if (failure.reference !== undefined) options.onError(error, req, failure.reference);
      show(options, res, failure);
    },
  ];
}

function failureOf(error: unknown, options: ErrorPagesOptions): Failure {
  const { status, code } = facts(error);
  if (code === 'EBADCSRFTOKEN') return { status: 403, kind: 'expired' };
  const kind = kinds[status] ?? (status >= 400 && status < 500 ? 'bad-request' : undefined);
  return kind === undefined
    ? { status: 500, kind: 'failure', reference: options.reference() }
    : { status, kind };
}

function facts(error: unknown): { status: number; code: unknown } {
  if (typeof error !== 'object' || error === null) return { status: 500, code: undefined };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return { status, code: 'code' in error ? error.code : undefined };
}

/** Where the one button leads: in again, the same page again, or home. */
function hrefOf(options: ErrorPagesOptions, res: Response, kind: string): string {
  const { url } = frameOf(res);
  if (kind === 'expired') return options.signInHref?.(url) ?? url;
  const again = ['conflict', 'too-large', 'too-many', 'unavailable', 'failure'];
  return again.includes(kind) ? url : (options.homeHref ?? '/');
}

function show(options: ErrorPagesOptions, res: Response, failure: Failure): void {
  if (!hasFrame(res)) startFrame(res, { lang: 'ky', url: '/', navigation: [] });
  if (failure.status === 503 || failure.status === 429) res.set('Retry-After', '60');
  res.set('Cache-Control', 'no-store');
  options.pages.render(
    res,
    'error.njk',
    { failed: { ...failure, href: hrefOf(options, res, failure.kind) } },
    failure.status,
  );
}
