import type { Principal } from '@kyzmat/auth';
import { signedIn, type SignedIn } from '@kyzmat/web-session';
import type { Request } from 'express';

/** The user of a request behind `Site.signedIn`. */
export function userOf(request: Request): SignedIn {
  const user = signedIn(request);
  if (user === undefined) throw new Error('No user: is this route behind signedIn?');
  return user;
}

/** In whose name the portal calls other processes for this request. */
export function principalOf(request: Request): Principal {
  const { person, act } = userOf(request);
  return { subject: person, actor: act, role: 'user' };
}
