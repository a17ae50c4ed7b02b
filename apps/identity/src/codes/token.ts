import { createHash, randomBytes } from 'node:crypto';

/** What a link carries: nobody guesses it, and only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
