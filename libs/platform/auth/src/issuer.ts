import { createPrivateKey, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { BoundedCache } from './bounded-cache.ts';
import { type Principal, type ProcessName, whyNot } from './principal.ts';

export interface TokenIssuer {
  readonly process: ProcessName;
  /** A token for one call, or for the same call again within 20 s. Throws when this process may not vouch for it. */
  tokenFor(audience: ProcessName, principal: Principal): string;
}

export interface TokenIssuerOptions {
  readonly process: ProcessName;
  /** The process's own Ed25519 private key. */
  readonly key: JsonWebKey;
  /** Milliseconds of the machine's clock: a demo clock's jump must not spoil tokens. */
  readonly now?: () => number;
}

const lifetimeSeconds = 60;
const reuseMs = 20_000;
const cacheLimit = 5_000;

/** Makes service tokens: Ed25519 JWS (RFC 7515, RFC 8037), 60 s long, signed with the process's own key. */
export function createTokenIssuer({ process, key, now = Date.now }: TokenIssuerOptions): TokenIssuer {
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  const header = encode({ alg: 'EdDSA', typ: 'JWT', kid: process });
  const recent = new BoundedCache<{ token: string; until: number }>(cacheLimit);

  function issue(audience: ProcessName, principal: Principal, at: number): string {
    const refusal = whyNot(process, principal);
    if (refusal !== undefined) throw new Error(`No token: ${refusal}`);
    const iat = Math.floor(at / 1000);
    const { subject, actor = subject, role, provider, session } = principal;
    const claims = { iss: process, aud: audience, sub: subject, act: actor, role, provider, sid: session };
    const signed = `${header}.${encode({ ...claims, iat, exp: iat + lifetimeSeconds, jti: randomUUID() })}`;
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
  }

  return {
    process,
    tokenFor(audience, principal) {
      const { subject, actor, role, provider, session } = principal;
      const identity = JSON.stringify([audience, subject, actor, role, provider, session]);
      const at = now();
      const known = recent.get(identity);
      if (known !== undefined && at < known.until) return known.token;
      const token = issue(audience, principal, at);
      recent.set(identity, { token, until: at + reuseMs });
      return token;
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
