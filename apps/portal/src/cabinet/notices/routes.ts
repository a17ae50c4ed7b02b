import { dataOf } from '@kyzmat/http';
import type { Express } from 'express';
import { principalOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';

export function noticeRoutes(web: Express, { pages, clients }: Site): void {
  web.get('/cabinet/notices', async (request, response) => {
    const after = typeof request.query['after'] === 'string' ? { after: request.query['after'] } : {};
    const params = { query: { limit: 30, ...after } };
    const answer = await clients.notifications(principalOf(request)).GET('/notices', { params });
    pages.render(response, 'cabinet/notices/list.njk', dataOf(answer));
  });

  // Reading is what opens a notice, so opening is no act that a person would confirm; a browser's guess is no reading.
  web.get('/cabinet/notices/:id', async (request, response) => {
    const notifications = clients.notifications(principalOf(request));
    const params = { path: { id: request.params.id } };
    const guessed = request.get('Sec-Purpose') !== undefined;
    const answer = guessed
      ? await notifications.GET('/notices/{id}', { params })
      : await notifications.POST('/notices/{id}/opened', { params });
    pages.render(response, 'cabinet/notices/notice.njk', { notice: dataOf(answer) });
  });
}
