import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { postedFields } from './posted.ts';

export interface Csrf {
  /** The token of this session; makes one when there is none. */
  token(request: Request): string;
  /** Refuses a post without the token. Uploads are read later and checked by `verify` before anything is done. */
  readonly protect: RequestHandler;
  verify(request: Request, posted: string | undefined): void;
}

/** Every post carries the token of its session (synchroniser token). */
export function createCsrf(): Csrf {
  const sync = csrfSync({
    getTokenFromRequest: (request) => postedFields(request.body)['_csrf']?.toString(),
  });
  return {
    token: (request) => sync.generateToken(request),
    protect(request, response, next) {
      if (isUpload(request)) next();
      else sync.csrfSynchronisedProtection(request, response, next);
    },
    verify(request, posted) {
      request.body = { _csrf: posted };
      if (!sync.isRequestValid(request)) throw sync.invalidCsrfTokenError;
    },
  };
}

export function isUpload(request: Request): boolean {
  return request.is('multipart/form-data') === 'multipart/form-data';
}
