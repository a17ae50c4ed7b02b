import { randomUUID } from 'node:crypto';
import { Problem } from '@kyzmat/http';
import { errorPages, type Text, postedFields } from '@kyzmat/web';
import { signedIn } from '@kyzmat/web-session';
import type { ErrorRequestHandler, Express } from 'express';
import { notSignedIn } from '../auth/texts.ts';
import type { Site } from './site.ts';

/** Last of all: a page for each problem. It says what happened, that nothing is lost, and what to do. */
export function problemPages(web: Express, site: Site): void {
  const { pages, kit } = site;
  web.use(oldForm(site), refused(site));
  web.use(
    errorPages({
      pages,
      reference: () => randomUUID().slice(0, 8),
      signInHref: (to) => `/sign-in?to=${encodeURIComponent(to)}`,
      onError: (error, request, reference) => {
        // Messages and addresses may carry what a person typed: only kinds are written down.
        const kind = error instanceof Problem ? error.code : error instanceof Error ? error.name : 'unknown';
        const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 5) : undefined;
        kit.telemetry.log.error({ reference, kind, method: request.method, stack }, 'a page failed');
      },
    }),
  );
}

/** A form opened before the person signed in again: its token is old, its answers are kept and shown again. */
function oldForm({ kept }: Site): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const old =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'EBADCSRFTOKEN';
    const person = old && signedIn(request) !== undefined && request.accepts('html') === 'html';
    if (person && (await kept.keep(request, response, postedFields(request.body)))) {
      response.redirect(303, request.originalUrl);
    } else next(error);
  };
}

/** A refusal with a sentence for people. */
function refused({ pages }: Site): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const message = messageOf(error);
    if (message === undefined || response.headersSent || !(error instanceof Problem)) next(error);
    else pages.render(response, 'site/refused.njk', { message }, error.status);
  };
}

/** The sentence for people a problem carries, if it does. */
export function messageOf(error: unknown): Text | undefined {
  if (!(error instanceof Problem)) return undefined;
  if (error.code === 'sign_in_failed') return notSignedIn;
  const { message } = error.extra;
  if (typeof message !== 'object' || message === null || !('ky' in message) || !('ru' in message))
    return undefined;
  const { ky, ru } = message;
  if (typeof ky !== 'string' || typeof ru !== 'string') return undefined;
  const en = 'en' in message && typeof message.en === 'string' ? { en: message.en } : {};
  return { ky, ru, ...en };
}
