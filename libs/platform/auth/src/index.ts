import type { JsonWebKey } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

export type ProcessName =
  | 'portal'
  | 'desk'
  | 'identity'
  | 'applications'
  | 'payments'
  | 'notifications'
  | 'providers'
  | 'tunduk'
  | 'sandbox';
export type Role =
  'user' | 'executor' | 'signer' | 'provider_head' | 'provider_system' | 'operator' | 'owner' | 'system';
/** In whose name a call is made. */
export interface Principal {
  /** Whom it is about: a person's id; for a process its own name. */
  readonly subject: string;
  /** Who acts; the subject when left out. */
  readonly actor?: string;
  readonly role: Role;
  readonly provider?: string;
  readonly session?: string;
}
/** A verified principal and the process that vouches for it. */
export interface Caller {
  readonly process: ProcessName;
  readonly subject: string;
  readonly actor: string;
  readonly role: Role;
  readonly provider?: string;
  readonly session?: string;
}
export interface TokenIssuer {
  readonly process: ProcessName;
  tokenFor(audience: ProcessName, principal: Principal): string;
}
export interface TokenVerifier {
  /** @throws TokenRefused */
  verify(token: string): Caller;
}
/** Answered as 401. `reason` is for the log, not for the caller. */
export declare class TokenRefused extends Error {
  readonly status: 401;
  readonly reason: string;
}
/** Answered as 403. */
export declare class RoleRefused extends Error {
  readonly status: 403;
}
export type PublicKeys = Readonly<Partial<Record<ProcessName, JsonWebKey>>>;
export declare function createTokenIssuer(options: {
  process: ProcessName;
  key: JsonWebKey;
  now?: () => number;
}): TokenIssuer;
export declare function createTokenVerifier(options: {
  process: ProcessName;
  keys: PublicKeys;
  now?: () => number;
}): TokenVerifier;
/** The principal of a process that acts by itself: a worker, a consumer, a timer. */
export declare function systemPrincipal(process: ProcessName): Principal;
export declare function authenticate(verifier: TokenVerifier): RequestHandler;
/** Lets only these roles through; 403 for others. */
export declare function allow(...roles: readonly Role[]): RequestHandler;
/** @throws TokenRefused when `authenticate` did not run. */
export declare function callerOf(request: Request): Caller;
/** A new Ed25519 key pair; `demo` marks it, so that production refuses it. */
export declare function generateServiceKey(options?: { demo?: boolean }): {
  privateKey: JsonWebKey;
  publicKey: JsonWebKey;
};
/** Reads the public keys of all processes from parsed JSON: `{ portal: <jwk>, … }`. */
export declare function parsePublicKeys(value: unknown): PublicKeys;
