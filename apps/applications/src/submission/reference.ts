import { createHash } from 'node:crypto';
import { readableCode } from '../state/codes.ts';

/**
 * The number the user quotes: sixty bits and a check character, so it can be read aloud, and nobody finds one by
 * trying. It follows from the random id of the draft, so submitting again gives the same number.
 */
export function referenceOf(applicationId: string): string {
  return readableCode(createHash('sha256').update(`reference:${applicationId}`).digest(), 12);
}
