import type { Pages } from '@kyzmat/web';
import type { Express } from 'express';
import { queryText } from '../input.ts';
import type { Mail } from './mail.ts';

/** Letters as they would lie in the post boxes. */
export function mailRoutes(web: Express, pages: Pages, mail: Mail): void {
  web.get('/mail', async (request, response) => {
    const to = queryText(request.query['to']);
    pages.render(response, 'mail/mail.njk', { to, letters: await mail.list(to) });
  });
  web.get('/mail.json', async (request, response) => {
    const found = await mail.list(queryText(request.query['to']));
    response.json({ letters: found.map(({ _id, ...letter }) => ({ id: _id, ...letter })) });
  });
}
