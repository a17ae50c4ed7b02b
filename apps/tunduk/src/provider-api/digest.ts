import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '@kyzmat/http';

/**
 * P573-17b: a message enters Tunduk as the provider sent it. `Digest: SHA-256=<base64>` (RFC 3230) over the bytes of the
 * body; other algorithms beside it are ignored.
 */
export function checkDigest(header: string, body: Uint8Array): void {
  const given = header
    .split(',')
    .map((part) => /^\s*SHA-256=(.+?)\s*$/iu.exec(part)?.[1])
    .find((value) => value !== undefined);
  if (given === undefined) throw new Problem(400, 'digest_missing', 'Digest must have a SHA-256 value.');
  const wanted = createHash('sha256').update(body).digest();
  const bytes = Buffer.from(given, 'base64');
  if (bytes.length !== wanted.length || !timingSafeEqual(bytes, wanted)) {
    throw new Problem(400, 'digest_mismatch', 'The body is not the one its sender made a digest of.', {
      ruleId: 'P573-17b',
    });
  }
}
