import type { Clock } from '@kyzmat/clock';
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

const hour = 3_600_000;
const day = 24 * hour;
/** A key signs for so long; after that a new one does, and the old one goes on verifying. */
const signsForMs = 90 * day;
/** A key is published so long before it signs: whoever verifies, and every replica, knows it by then. */
const publishedFirstMs = hour;
/** A key is published so long after it signed last: tokens live ten minutes, the statements under applications for good. */
const verifiesForMs: Readonly<Record<KeyUse, number>> = { oidc: day, signing: Number.POSITIVE_INFINITY };

/**
 * Private keys of a use, the one that signs first; makes the next one in time. Those that only verify come after it, and
 * go when nothing that they signed can be in force.
 */
export async function keysFor(use: KeyUse, store: Store, seal: Seal, now: Date): Promise<readonly JWK[]> {
  const collection = store.collection<StoredKey>('keys');
  const read = () => collection.find({ use }).sort({ createdAt: -1 }).toArray();
  const ageOf = ({ createdAt }: StoredKey): number => now.getTime() - createdAt.getTime();
  let stored = await read();
  const [newest] = stored;
  if (newest === undefined || ageOf(newest) >= signsForMs) {
    const sealed = seal.seal(JSON.stringify(await newKey()));
    // Replicas that come to it at once make the same next key: the first one's stays.
    const next = { _id: `${use}:${stored.length}` };
    await collection.updateOne(next, { $setOnInsert: { use, createdAt: now, sealed } }, { upsert: true });
    stored = await read();
  }
  const known = stored.findIndex((key) => ageOf(key) >= publishedFirstMs);
  // The very first one signs at once: there is nothing else to sign with.
  const signing = known === -1 ? stored.length - 1 : known;
  const verifying = stored.filter((_key, place) => {
    const successor = stored[place - 1];
    const over = successor === undefined ? 0 : ageOf(successor) - publishedFirstMs;
    return place !== signing && over < verifiesForMs[use];
  });
  return [...stored.slice(signing, signing + 1), ...verifying].map(({ sealed }) =>
    parseJwk(seal.open(sealed)),
  );
}

/** The keys of a use as they are now, also those that another replica has made. */
export interface KeyRing {
  /** The one that signs first; some seconds old at most. */
  keys(): Promise<readonly JWK[]>;
}

const freshMs = 10_000;

export function openKeyRing(use: KeyUse, store: Store, seal: Seal, clock: Clock): KeyRing {
  let known: { readonly keys: Promise<readonly JWK[]>; readonly at: number } | undefined;
  return {
    keys() {
      const now = clock.now();
      if (known !== undefined && Math.abs(now.getTime() - known.at) < freshMs) return known.keys;
      const keys = keysFor(use, store, seal, now);
      known = { keys, at: now.getTime() };
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
