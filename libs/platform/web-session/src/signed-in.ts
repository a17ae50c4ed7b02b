import type { Request } from 'express';

/** Who is signed in, as identity said at the sign-in. */
export interface SignedIn {
  /** Whom everything is about: the person, or the legal entity acted for. */
  readonly person: string;
  /** Who acts. */
  readonly act: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Of staff: where they work. */
  readonly provider?: string;
  /** The session at identity: whoever ends it there ends this one at its next request. */
  readonly session?: string;
  /** The name of the legal entity acted for. */
  readonly actingFor?: string;
}

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn;
    /** Somebody has just signed out here; there they can do it at the identification system too. */
    signOutAt: string;
    /** The page asked for before the sign-in. */
    returnTo: string;
  }
}

/** Who is signed in in this session; undefined when nobody is. */
export function signedIn(request: Request): SignedIn | undefined {
  return aside.has(request) ? undefined : request.session.signedIn;
}

const aside = new WeakMap<Request, Error>();

/** For this request it cannot be said whether the session still holds: it is as if nobody were signed in. */
export function setAside(request: Request, why: Error): void {
  aside.set(request, why);
}

/** Why the session was set aside for this request, if it was. */
export function whyAside(request: Request): Error | undefined {
  return aside.get(request);
}

/** Reads the claims of an ID token; undefined when they name nobody. */
export function readClaims(claims: Readonly<Record<string, unknown>>): SignedIn | undefined {
  const { person, act, name, roles, provider, session, acting_for: actingFor } = claims;
  if (!isText(person) || !isText(act) || !isText(name)) return undefined;
  return {
    person,
    act,
    name,
    roles: Array.isArray(roles) ? roles.filter(isText) : [],
    ...(isText(provider) && { provider }),
    ...(isText(session) && { session }),
    ...(isText(actingFor) && { actingFor }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
