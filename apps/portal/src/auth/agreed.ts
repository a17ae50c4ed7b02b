import type { Pages } from '@kyzmat/web';
import type { RequestHandler } from 'express';
import { isLooking, isScript } from './asked-by.ts';
import { anyFields } from './guard.ts';
import type { KeptPosts } from './kept-posts.ts';
import { missingConsents } from './open-sessions.ts';

/** P573-14c: services open only to who has given both consents, in the versions in force; what was posted is kept. */
export function agreedOnly(pages: Pages, kept: KeptPosts): RequestHandler {
  return async (request, response, next) => {
    if (missingConsents(request).length === 0) {
      next();
      return;
    }
    const href = `/account/consents?to=${encodeURIComponent(request.originalUrl)}`;
    if (isScript(request)) response.status(403).json({ code: 'consent_missing' });
    else if (isLooking(request)) response.redirect(303, href);
    else {
      const isKept = await kept.keep(request, response, await anyFields(request));
      pages.render(response, 'auth/agree.njk', { href, isKept }, 403);
    }
  };
}
