import type { Principal } from '@kyzmat/auth';
import type { Request } from 'express';

/** Who is signed in, as identity said at the sign-in. */
export interface User {
  /** Whom it is about: the person, or the legal entity acted for. */
  readonly subject: string;
  /** Who acts. */
  readonly actor: string;
  readonly name: string;
  /** Name of the legal entity acted for. */
  readonly actingFor?: string;
}

declare module 'express-session' {
  interface SessionData {
    user: User;
    /** The page asked for before the sign-in. */
    returnTo: string;
    /** A content that waits for its code. */
    signing: Signing;
  }
}

/** A request for a signature, as far as it has come. */
export interface Signing {
  readonly draftId: string;
  readonly draftVersion: number;
  readonly hash: string;
  readonly requestId: string;
  readonly sentTo: string;
  readonly resultForm?: 'signed_document' | 'information';
  /** There once the code was right: if sending fails then, no second code is needed. */
  readonly signature?: string;
}

/** The user of a request behind `signedIn`. */
export function userOf(request: Request): User {
  const { user } = request.session;
  if (user === undefined) throw new Error('No user: is this route behind signedIn?');
  return user;
}

/** In whose name the portal calls other processes for this request. */
export function principalOf(request: Request): Principal {
  const { subject, actor } = userOf(request);
  return { subject, actor, role: 'user' };
}

/** Reads the claims of an ID token; undefined for an account that is no user of the portal. */
export function readUser(claims: Readonly<Record<string, unknown>>): User | undefined {
  const { person, act, name, roles, acting_for: actingFor } = claims;
  const known = typeof person === 'string' && typeof act === 'string' && typeof name === 'string';
  if (!known || !Array.isArray(roles) || !roles.includes('user')) return undefined;
  return { subject: person, actor: act, name, ...(typeof actingFor === 'string' && { actingFor }) };
}
