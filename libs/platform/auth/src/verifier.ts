import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { BoundedCache } from './bounded-cache.ts';
import type { PublicKeys } from './keys.ts';
import { type Caller, processNames, type ProcessName, roles, whyNot } from './principal.ts';
import { TokenRefused } from './refusals.ts';

export interface TokenVerifier {
  /** Throws TokenRefused. */
  verify(token: string): Caller;
}

export interface TokenVerifierOptions {
  /** The process that verifies: tokens for others are refused. */
  readonly process: ProcessName;
  /** Public keys by process; whoever has none here is not heard. */
  readonly keys: PublicKeys;
  /** Milliseconds of the machine's clock. */
  readonly now?: () => number;
}

interface Verified {
  readonly caller: Caller;
  readonly exp: number;
}

/** How far the clocks of two machines may differ. */
const skewSeconds = 5;
const longestSeconds = 60;
const longestToken = 4_096;
const cacheLimit = 10_000;

/** Checks signature, audience, time and whether the issuer may vouch for the role. Verified tokens are remembered. */
export function createTokenVerifier({ process, keys, now = Date.now }: TokenVerifierOptions): TokenVerifier {
  const publicKeys = new Map<ProcessName, KeyObject>();
  for (const name of processNames) {
    const key = keys[name];
    if (key !== undefined) publicKeys.set(name, createPublicKey({ key, format: 'jwk' }));
  }
  const known = new BoundedCache<Verified>(cacheLimit);

  function check(token: string, seconds: number): Verified {
    if (token.length > longestToken) refuse('too long');
    const [header = '', payload = '', signature = '', ...more] = token.split('.');
    const { alg, kid } = decode(header);
    const issuer = processNames.find((name) => name === kid);
    const key = issuer && publicKeys.get(issuer);
    if (more.length > 0 || alg !== 'EdDSA' || issuer === undefined || key === undefined)
      return refuse('unknown key');
    const signed = Buffer.from(`${header}.${payload}`);
    if (!verify(null, signed, key, Buffer.from(signature, 'base64url'))) return refuse('wrong signature');
    const claims = decode(payload);
    if (claims['iss'] !== issuer) return refuse('issuer and key differ');
    if (claims['aud'] !== process) return refuse('meant for another process');
    const { iat, exp } = claims;
    if (typeof iat !== 'number' || typeof exp !== 'number') return refuse('without a time');
    if (iat > seconds + skewSeconds || exp - iat > longestSeconds) return refuse('impossible time');
    return { caller: readCaller(issuer, claims), exp };
  }

  return {
    verify(token) {
      const seconds = now() / 1000;
      const remembered = known.get(token);
      const verified = remembered ?? check(token, seconds);
      if (seconds > verified.exp + skewSeconds) {
        known.delete(token);
        return refuse('expired');
      }
      if (remembered === undefined) known.set(token, verified);
      return verified.caller;
    },
  };
}

function readCaller(process: ProcessName, claims: Readonly<Record<string, unknown>>): Caller {
  const { sub, act, provider, sid } = claims;
  const role = roles.find((name) => name === claims['role']);
  if (typeof sub !== 'string' || typeof act !== 'string' || role === undefined)
    return refuse('without subject, actor or role');
  const caller: Caller = {
    process,
    subject: sub,
    actor: act,
    role,
    ...(typeof provider === 'string' ? { provider } : {}),
    ...(typeof sid === 'string' ? { session: sid } : {}),
  };
  const refusal = whyNot(process, caller);
  return refusal === undefined ? Object.freeze(caller) : refuse(refusal);
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Falls through: what cannot be read is refused like what reads as nonsense.
  }
  return refuse('unreadable');
}

function refuse(reason: string): never {
  throw new TokenRefused(reason);
}
