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
  /** The name of the legal entity acted for. */
  readonly actingFor?: string;
}

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn;
    /** The page asked for before the sign-in. */
    returnTo: string;
  }
}

/** Who is signed in in this session; undefined when nobody is. */
export function signedIn(request: Request): SignedIn | undefined {
  return request.session.signedIn;
}

/** Reads the claims of an ID token; undefined when they name nobody. */
export function readClaims(claims: Readonly<Record<string, unknown>>): SignedIn | undefined {
  const { person, act, name, roles, provider, acting_for: actingFor } = claims;
  if (!isText(person) || !isText(act) || !isText(name)) return undefined;
  return {
    person,
    act,
    name,
    roles: Array.isArray(roles) ? roles.filter(isText) : [],
    ...(isText(provider) && { provider }),
    ...(isText(actingFor) && { actingFor }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
