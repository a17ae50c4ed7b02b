import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { dataOf, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { SignatureLevel } from '@kyzmat/lifecycle';

/** What identity says was signed, by whom and how strongly. */
export interface Signed {
  readonly subject: string;
  readonly signedBy: string;
  readonly hash: string;
  readonly level: SignatureLevel;
  readonly jti: string;
  readonly qualified?: Identity['QualifiedSignature'];
}

/** Verifies a compact JWS of identity (RFC 7515). Throws Problem signature_invalid, or Unavailable without its keys. */
export type VerifySignature = (jws: string) => Promise<Signed>;

/** Unknown keys make us ask identity again, but not more often than this. */
const askAgainMs = 2_000;

export function openSignatures(kit: Kit): VerifySignature {
  const identity = kit.to<IdentityApi>('identity')(kit.self);
  const verifyStatement = signatureVerifier(async () => dataOf(await identity.GET('/signing-keys')).keys);

  /** P573-28a: the statement says that it was given; the signature itself goes with the application from now on. */
  async function qualifiedOf({ jti, hash }: Signed): Promise<Identity['QualifiedSignature']> {
    const params = { path: { id: jti } };
    const { contentHash, signature } = dataOf(await identity.GET('/qualified-signatures/{id}', { params }));
    if (contentHash !== hash) throw invalid();
    return signature;
  }

  return async (jws) => {
    const signed = await verifyStatement(jws);
    return signed.level === 'simple' ? signed : { ...signed, qualified: await qualifiedOf(signed) };
  };
}

export function signatureVerifier(
  fetchKeys: () => Promise<readonly Readonly<Record<string, unknown>>[]>,
): VerifySignature {
  const keys = new Map<string, KeyObject>();
  let asking: Promise<void> | undefined;
  let askedAt = -Infinity;

  async function ask(): Promise<void> {
    for (const jwk of await fetchKeys()) {
      const { kid } = jwk;
      if (typeof kid === 'string' && isPublic(jwk))
        keys.set(kid, createPublicKey({ key: jwk, format: 'jwk' }));
    }
    askedAt = performance.now();
  }

  async function keyOf(kid: string): Promise<KeyObject | undefined> {
    const known = keys.get(kid);
    if (known !== undefined || performance.now() - askedAt < askAgainMs) return known;
    asking ??= ask().finally(() => (asking = undefined));
    await asking;
    return keys.get(kid);
  }

  return async (jws) => {
    const [header = '', payload = '', signature = '', ...more] = jws.split('.');
    const { alg, kid } = decode(header);
    if (more.length > 0 || typeof kid !== 'string') throw invalid();
    const key = await keyOf(kid);
    const bytes = Buffer.from(signature, 'base64url');
    const signed = Buffer.from(`${header}.${payload}`);
    if (key === undefined || !isGood(key, alg, signed, bytes)) throw invalid();
    return signedOf(decode(payload));
  };
}

/**
 * The algorithm follows from the key; the header may only agree with it. On this thread: handing 60 µs of work to
 * another costs more than doing it.
 */
function isGood(key: KeyObject, alg: unknown, signed: Buffer, signature: Buffer): boolean {
  if (key.asymmetricKeyType === 'ed25519') return alg === 'EdDSA' && verify(null, signed, key, signature);
  if (key.asymmetricKeyType !== 'ec' || alg !== 'ES256') return false;
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

function signedOf(claims: Readonly<Record<string, unknown>>): Signed {
  const { sub, act = sub, hash, level, jti } = claims;
  const texts = [sub, act, hash, jti];
  if (
    typeof sub !== 'string' ||
    typeof act !== 'string' ||
    typeof hash !== 'string' ||
    typeof jti !== 'string' ||
    texts.includes('') ||
    (level !== 'simple' && level !== 'qualified')
  ) {
    throw invalid();
  }
  return { subject: sub, signedBy: act, hash, level, jti };
}

function isPublic(jwk: Readonly<Record<string, unknown>>): jwk is JsonWebKey {
  return typeof jwk['kty'] === 'string' && !('d' in jwk);
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Falls through: what cannot be read is no signature.
  }
  throw invalid();
}

function invalid(): Problem {
  return new Problem(422, 'signature_invalid', 'The signature is not one of identity.', {
    ruleId: 'P573-8l',
    message: {
      ky: 'Кол коюу ырасталган жок. Арызга кайра кол коюңуз.',
      ru: 'Подпись не подтверждена. Подпишите заявление ещё раз.',
    },
  });
}
