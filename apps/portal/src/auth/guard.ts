import { type Pages, postedFields, type Fields } from '@kyzmat/web';
import { isUpload, signedIn, whyAside } from '@kyzmat/web-session';
import type { Request, RequestHandler } from 'express';
import { readUpload } from '../site/upload.ts';
import { isLooking, isScript } from './asked-by.ts';
import type { KeptPosts } from './kept-posts.ts';

/**
 * Lets only signed-in people on. A page leads to the sign-in and back; what was posted is kept meanwhile; the script is
 * told by 401 and keeps it itself.
 */
export function signedInOnly(pages: Pages, kept: KeptPosts): RequestHandler {
  return async (request, response, next) => {
    if (signedIn(request) !== undefined) {
      next();
      return;
    }
    // Signed in, but whether still: nobody can tell. Then nothing opens, and nobody is sent to sign in either.
    const why = whyAside(request);
    if (why !== undefined) throw why;
    if (isScript(request)) {
      response.status(401).json({ code: 'signed_out' });
      return;
    }
    const back = `/sign-in?to=${encodeURIComponent(request.originalUrl)}`;
    if (isLooking(request)) {
      response.redirect(303, back);
      return;
    }
    const isKept = await kept.keep(request, response, await anyFields(request));
    pages.render(response, 'auth/expired.njk', { href: back, isKept }, 401);
  };
}

/** What was typed into a form, with files or without; the files themselves are let go. */
export async function anyFields(request: Request): Promise<Fields> {
  if (!isUpload(request)) return postedFields(request.body);
  return readUpload(request, (_field, file) => {
    file.content.resume();
    return Promise.resolve({});
  });
}
