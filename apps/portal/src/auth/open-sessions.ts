import { promisify } from 'node:util';
import type { Identity } from '@kyzmat/contracts';
import { dataOf, Unavailable } from '@kyzmat/http';
import { setAside, signedIn } from '@kyzmat/web-session';
import type { Kit } from '@kyzmat/kit';
import type { Request, RequestHandler } from 'express';
import type { Clients } from '../site/clients.ts';

const missingOf = new WeakMap<Request, readonly Identity['MissingConsent'][]>();

/**
 * Asks identity at each request of somebody signed in whether the session still holds: signed out elsewhere, it ends
 * here at once. When identity cannot be asked, pages for everybody go on as if nobody were signed in, all others fail.
 */
export function openSessionsOnly(kit: Kit, clients: Clients): RequestHandler {
  const identity = clients.identity(kit.self);
  return async (request, _response, next) => {
    const person = signedIn(request);
    if (person === undefined) {
      next();
      return;
    }
    try {
      const params = { path: { id: person.session ?? '-' } };
      const { open, missing } = dataOf(await identity.GET('/sessions/{id}', { params }));
      if (open) missingOf.set(request, missing);
      else await promisify(request.session.regenerate.bind(request.session))();
    } catch (error) {
      setAside(request, error instanceof Error ? error : new Unavailable('identity does not answer'));
    }
    next();
  };
}

/** What the signed-in person has still to agree to before services open (P573-14c). */
export function missingConsents(request: Request): readonly Identity['MissingConsent'][] {
  return missingOf.get(request) ?? [];
}
