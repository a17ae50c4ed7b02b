import type { Principal } from '@kyzmat/auth';
import { signedIn, type SignedIn } from '@kyzmat/web-session';
import type { Request } from 'express';

declare module 'express-session' {
  interface SessionData {
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
