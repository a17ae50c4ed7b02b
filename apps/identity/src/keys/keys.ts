import type { Store } from '@kyzmat/store';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Seal } from './sealed.ts';

/** What a key is for: tokens of the OpenID provider, or signatures of applications (P573-8l). */
type KeyUse = 'oidc' | 'signing';

interface StoredKey {
  readonly _id: string;
  readonly use: KeyUse;
  readonly createdAt: Date;
  readonly sealed: string;
}

const day = 24 * 3_600_000;
/** A key signs for so long; after that a new one does, and the old one goes on verifying. */
const signsForMs = 90 * day;

/** Private keys of a use, the one that signs first; makes a new one when there is none, or the newest is old. */
export async function keysFor(use: KeyUse, store: Store, seal: Seal, now: Date): Promise<readonly JWK[]> {
  const collection = store.collection<StoredKey>('keys');
  const read = () => collection.find({ use }).sort({ createdAt: -1 }).toArray();
  const stored = await read();
  const [newest] = stored;
  if (newest === undefined || now.getTime() - newest.createdAt.getTime() > signsForMs) {
    const sealed = seal.seal(JSON.stringify(await newKey()));
    // Replicas that start at once make the same next key: the first one's stays.
    const next = { _id: `${use}:${stored.length}` };
    await collection.updateOne(next, { $setOnInsert: { use, createdAt: now, sealed } }, { upsert: true });
  }
  return (await read()).map(({ sealed }) => parseJwk(seal.open(sealed)));
}

/** The keys of a use as they are now, also those that another replica has made. */
export interface KeyRing {
  /** The one that signs first; some seconds old at most. */
  keys(): Promise<readonly JWK[]>;
}

const freshMs = 10_000;

export function openKeyRing(use: KeyUse, store: Store, seal: Seal): KeyRing {
  let known: { readonly keys: Promise<readonly JWK[]>; readonly until: number } | undefined;
  return {
    keys() {
      if (known !== undefined && performance.now() < known.until) return known.keys;
      const keys = keysFor(use, store, seal, new Date());
      known = { keys, until: performance.now() + freshMs };
      keys.catch(() => (known = undefined));
      return keys;
    },
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

function parseJwk(text: string): JWK {
  const value: unknown = JSON.parse(text);
  if (!isJwk(value)) throw new TypeError('Not a stored key');
  return value;
}

function isJwk(value: unknown): value is JWK {
  return typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string';
}

/** The public half. */
export function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, kid, alg, use }).filter(([, value]) => value !== undefined),
  );
}
