import { dataOf } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { WebSessionOptions } from '@kyzmat/web-session';
import type { Express } from 'express';
import type { Clients } from '../site/clients.ts';

type OnSignOut = NonNullable<WebSessionOptions['onSignOut']>;

/** Ends the session at identity too; the answer says where the person can end it at ESI (single logout). */
export function signOutAtIdentity(kit: Kit, clients: Clients): OnSignOut {
  return async ({ session }) => {
    if (session === undefined) return undefined;
    const params = { path: { id: session } };
    return dataOf(await clients.identity(kit.self).POST('/sessions/{id}/sign-out', { params })).continueAt;
  };
}

/** Signing out at ESI is the person's own step: a form may not lead there, and a computer of one's own may remember. */
export function signedOutRoutes(web: Express, pages: Pages): void {
  web.get('/signed-out', (request, response) => {
    const { signOutAt } = request.session;
    if (signOutAt === undefined) response.redirect(303, '/');
    else pages.render(response, 'auth/signed-out.njk', { href: signOutAt });
  });
}
