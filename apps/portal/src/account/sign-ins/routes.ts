import { dataOf } from '@kyzmat/http';
import { postedFields } from '@kyzmat/web';
import type { Express } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';

/** P573-19d: who came in as this person, when and how; sessions that are open now, and how to end them. */
export function signInRoutes(web: Express, { pages, clients }: Site): void {
  web.get('/account/sign-ins', async (request, response) => {
    const { act, session } = userOf(request);
    const { after } = request.query;
    const query = typeof after === 'string' ? { after } : {};
    const params = { path: { id: act }, query };
    const answer = await clients.identity(principalOf(request)).GET('/persons/{id}/sign-ins', { params });
    const { sessions, signIns, next } = dataOf(answer);
    const open = sessions.map((each) => ({ ...each, current: each.id === session }));
    pages.render(response, 'account/sign-ins/sign-ins.njk', { sessions: open, signIns, next });
  });

  web.post('/account/sign-ins/end', async (request, response) => {
    const id = String(postedFields(request.body)['session'] ?? '');
    const identity = clients.identity(principalOf(request));
    dataOf(await identity.DELETE('/sessions/{id}', { params: { path: { id } } }));
    response.redirect(303, '/account/sign-ins');
  });

  web.post('/account/sign-ins/end-all', async (request, response) => {
    const params = { path: { id: userOf(request).act } };
    dataOf(await clients.identity(principalOf(request)).DELETE('/persons/{id}/sessions', { params }));
    // Also this one: the next page is seen by nobody in particular.
    response.redirect(303, '/');
  });
}
