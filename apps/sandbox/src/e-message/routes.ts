import { timingSafeEqual } from 'node:crypto';
import type { Pages } from '@kyzmat/web';
import express, { type Express } from 'express';
import { queryText, textIn } from '../input.ts';
import type { Messages } from './messages.ts';

/**
 * Stand-in for the state e-message system: takes messages, and shows them as they would stand on a telephone. A button
 * puts it out of order, so that it can be seen what goes on without it.
 */
export function eMessageRoutes(web: Express, pages: Pages, messages: Messages, token: () => string): void {
  let works = true;

  web.post('/e-message/messages', express.json({ limit: '64kb' }), async (request, response) => {
    if (!isToken(request.get('Authorization'), token())) {
      response.status(401).json({ code: 'bad_token' });
      return;
    }
    if (!works) {
      response.status(503).json({ code: 'out_of_order' });
      return;
    }
    const body: unknown = request.body;
    const [id, to, text] = [textIn(body, 'messageId'), textIn(body, 'to'), textIn(body, 'text')];
    if (id === '' || to === '' || text === '') {
      response.status(400).json({ code: 'incomplete' });
      return;
    }
    await messages.take({ _id: id, to, text, category: textIn(body, 'category') });
    response.status(202).json({ messageId: id, status: 'accepted' });
  });
  web.post('/e-message/standing', express.urlencoded({ limit: '1kb' }), (request, response) => {
    works = textIn(request.body, 'works') === 'yes';
    response.redirect(303, '/phone');
  });
  web.get('/phone', async (request, response) => {
    const to = queryText(request.query['to']);
    pages.render(response, 'e-message/phone.njk', { to, works, messages: await messages.list(to) });
  });
  web.get('/phone.json', async (request, response) => {
    const found = await messages.list(queryText(request.query['to']));
    response.json({ messages: found.map(({ _id, ...message }) => ({ id: _id, ...message })) });
  });
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
