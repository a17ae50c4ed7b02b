import { createHash } from 'node:crypto';
import type { Clock } from '@kyzmat/clock';
import { Problem } from '@kyzmat/http';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { publicPart, type KeyRing } from '../keys/keys.ts';

/** What a person approves who deletes the cabinet; the portal counts the same. */
export function hashOfCabinet(person: string): string {
  return createHash('sha256').update(`cabinet:${person}`).digest('hex');
}

/** The approval was given just now, in legal time. */
const freshMs = 15 * 60_000;

/** @throws Problem signature_invalid unless this person approved exactly this, just now */
export async function mustBeApproved(
  { ring, clock }: { readonly ring: KeyRing; readonly clock: Clock },
  person: string,
  jws: string,
): Promise<void> {
  const keys = createLocalJWKSet({ keys: (await ring.keys()).map(publicPart) });
  const typ = 'kyzmat-signature+jwt';
  try {
    const { payload } = await jwtVerify(jws, keys, { subject: person, algorithms: ['ES256'], typ });
    const { hash, act, at } = payload;
    const ageMs = typeof at === 'string' ? clock.now().getTime() - Date.parse(at) : Infinity;
    if (hash === hashOfCabinet(person) && act === person && ageMs < freshMs) return;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw new Problem(422, 'signature_invalid', 'The code was given for something else, or too long ago.', {
    message: {
      ky: 'Код башка нерсе үчүн берилген же эскирген. Жаңы код сураңыз.',
      ru: 'Код был дан для другого или устарел. Запросите новый код.',
      en: 'The code was given for something else, or too long ago. Ask for a new one.',
    },
  });
}
