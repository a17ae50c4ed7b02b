import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';

export interface Csrf {
  /** The token of this session for the forms of a page; makes one when there is none. */
  token(request: Request): string;
  /** Put before `protect` at the addresses of uploads: their routes read them, and call `verify` before they act. */
  readonly uploads: RequestHandler;
  /** Refuses a post without the token (403, EBADCSRFTOKEN). Forms must have been read; an upload is refused elsewhere. */
  readonly protect: RequestHandler;
  /** Throws when this is not the token of the session. */
  verify(request: Request, posted: string | undefined): void;
}

/** Every post carries the token of its session in `_csrf` (synchroniser token). */
export function createCsrf(): Csrf {
  const sync = csrfSync({ getTokenFromRequest: tokenIn });
  const verifiedLater = new WeakSet<Request>();
  return {
    token: (request) => sync.generateToken(request),
    uploads(request, _response, next) {
      if (isUpload(request)) verifiedLater.add(request);
      next();
    },
    protect(request, response, next) {
      if (verifiedLater.has(request)) next();
      else sync.csrfSynchronisedProtection(request, response, next);
    },
    verify(request, posted) {
      if (posted === undefined || posted !== sync.getTokenFromState(request))
        throw sync.invalidCsrfTokenError;
    },
  };
}

/** Whether a form came with room for files (multipart), which is not read before its route. */
export function isUpload(request: Request): boolean {
  return request.is('multipart/form-data') === 'multipart/form-data';
}

function tokenIn(request: Request): string | undefined {
  const body: unknown = request.body;
  const posted = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
  return typeof posted === 'string' ? posted : undefined;
}
