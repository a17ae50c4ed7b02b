import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { processNames, type ProcessName } from './principal.ts';

export type PublicKeys = Readonly<Partial<Record<ProcessName, JsonWebKey>>>;

export interface ServiceKey {
  readonly privateKey: JsonWebKey;
  readonly publicKey: JsonWebKey;
}

/** A new Ed25519 key pair (RFC 8037); `demo` marks both halves, so that production refuses them. */
export function generateServiceKey({ demo = false } = {}): ServiceKey {
  const pair = generateKeyPairSync('ed25519');
  const mark = demo ? { demo: true } : {};
  return {
    privateKey: { ...pair.privateKey.export({ format: 'jwk' }), ...mark },
    publicKey: { ...pair.publicKey.export({ format: 'jwk' }), ...mark },
  };
}

/** Reads the public keys of the processes from parsed JSON, `{ "portal": <jwk>, … }`. Throws what is wrong. */
export function parsePublicKeys(value: unknown): PublicKeys {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('must be an object with a public key for each process');
  }
  const keys: Partial<Record<ProcessName, JsonWebKey>> = {};
  for (const [name, key] of Object.entries(value)) {
    const process = processNames.find((known) => known === name);
    if (process === undefined) throw new Error(`names an unknown process: ${name}`);
    if (!isPublicKey(key)) throw new Error(`must hold an Ed25519 public key as JWK for ${name}`);
    keys[process] = key;
  }
  return keys;
}

function isPublicKey(value: unknown): value is JsonWebKey {
  if (typeof value !== 'object' || value === null || 'd' in value) return false;
  return 'crv' in value && value.crv === 'Ed25519' && 'x' in value && typeof value.x === 'string';
}
