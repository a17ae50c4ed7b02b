import { dataOf } from '@kyzmat/http';
import type { Express } from 'express';
import { principalOf } from '../auth/user.ts';
import type { Site } from '../site/site.ts';
import { applicationCard } from './applications/card.ts';
import { applicationRoutes } from './applications/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { noticeRoutes } from './notices/routes.ts';

/** What belongs to one person; `signedIn` stands before all of it. */
export function cabinetRoutes(web: Express, site: Site): void {
  const { pages, clients } = site;

  web.get('/cabinet', async (request, response) => {
    const principal = principalOf(request);
    const after = typeof request.query['after'] === 'string' ? { after: request.query['after'] } : {};
    const [applications, drafts, notices] = await Promise.all([
      clients.applications(principal).GET('/applications', { params: { query: { limit: 20, ...after } } }),
      clients.applications(principal).GET('/drafts'),
      clients
        .notifications(principal)
        .GET('/notices', { params: { query: { limit: 1 } } })
        .catch(() => undefined),
    ]);
    const { applications: mine, next } = dataOf(applications);
    pages.render(response, 'cabinet/cabinet.njk', {
      cards: mine.map((application) => ({ ...applicationCard(application), level: 3 })),
      next,
      drafts: dataOf(drafts).drafts,
      unopened: notices?.data?.unopened,
    });
  });

  draftRoutes(web, site);
  applicationRoutes(web, site);
  noticeRoutes(web, site);
}
