import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Caller } from './principal.ts';
import { TokenRefused } from './refusals.ts';
import type { TokenVerifier } from './verifier.ts';

/** Callers beside their requests: nothing is written onto the request, so nothing else can forge it. */
const callers = new WeakMap<IncomingMessage, Caller>();

/** Lets a request through when it carries a good `Authorization: Bearer` token; else TokenRefused (401). */
export function authenticate(verifier: TokenVerifier): RequestHandler {
  return (request, _response, next) => {
    const [scheme, token, ...more] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined || more.length > 0) {
      throw new TokenRefused('there is none');
    }
    callers.set(request, verifier.verify(token));
    next();
  };
}

/** Who calls. Throws TokenRefused when `authenticate` has not let the request through. */
export function callerOf(request: IncomingMessage): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new TokenRefused('nobody was authenticated');
  return caller;
}
