import type { NextFunction, Request, Response } from 'express';
import type { Session } from 'express-session';

/**
 * A browser follows a redirect as soon as it has read the header, and the next page must find what this one has put into
 * the session. So a redirect waits until the session is stored.
 */
export function storeBeforeRedirects(request: Request, response: Response, next: NextFunction): void {
  const redirect = response.redirect.bind(response);
  response.redirect = (first: string | number, second?: string | number): void => {
    const go = (error?: unknown): void => {
      if (error !== undefined && error !== null) next(error);
      else if (typeof first === 'number') redirect(first, String(second));
      else redirect(first);
    };
    const session = sessionOf(request);
    // Of somebody who has only looked around, nothing is kept: the cookie's own entry is not worth a write.
    if (session === undefined || Object.keys(session).length <= 1) go();
    else session.save(go);
  };
}

/** Gone after a sign-out, whatever its type says. */
function sessionOf({ session }: { readonly session?: Session }): Session | undefined {
  return session;
}
