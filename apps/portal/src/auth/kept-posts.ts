import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '@kyzmat/store';
import type { CookieOptions, Request, Response } from 'express';
import { cookieOf, typedOnly, type Fields } from '@kyzmat/web';

/**
 * A form posted after the session had ended is kept until its person has signed in again; then the same page shows it
 * refilled, so nothing typed is lost. It is bound to this browser by a cookie and to the page by its address, and the
 * page still asks whether the person may see it.
 */
export interface KeptPosts {
  /** False when the post did not come from our own page, so that it is nobody's work, or when far too many are kept. */
  keep(request: Request, response: Response, fields: Fields): Promise<boolean>;
  /** What was kept for the page asked for, given once. */
  take(request: Request, response: Response): Promise<Fields | undefined>;
  ensureIndexes(): Promise<void>;
}

interface KeptPost {
  /** Hash of the cookie. */
  readonly _id: string;
  readonly path: string;
  readonly fields: readonly (readonly [string, string | string[]])[];
  readonly expiresAt: Date;
}

const cookieName = 'kz_kept';
const livesMs = 30 * 60_000;
/** Whoever posts without being signed in makes us store something: it must never fill the disk. */
const mostKept = 5_000;

export function openKeptPosts(store: Store, https: boolean): KeptPosts {
  const posts = store.collection<KeptPost>('kept-posts');
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: https, path: '/' };
  return {
    async keep(request, response, fields) {
      if (request.get('Sec-Fetch-Site') !== 'same-origin') return false;
      if ((await posts.estimatedDocumentCount()) >= mostKept) return false;
      const token = randomBytes(32).toString('base64url');
      await posts.insertOne({
        _id: hashOf(token),
        path: pathOf(request),
        // As pairs: names such as `home.street` are no keys for a database.
        fields: Object.entries(typedOnly(fields)),
        expiresAt: new Date(Date.now() + livesMs),
      });
      response.cookie(cookieName, token, { ...cookie, maxAge: livesMs });
      return true;
    },
    async take(request, response) {
      const token = cookieOf(request, cookieName);
      if (token === undefined) return undefined;
      const found = await posts.findOneAndDelete({ _id: hashOf(token), path: pathOf(request) });
      if (found === null) return undefined;
      response.clearCookie(cookieName, cookie);
      return Object.fromEntries(found.fields);
    },
    async ensureIndexes() {
      await posts.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function pathOf(request: Request): string {
  return request.originalUrl.split('?')[0] ?? '/';
}
