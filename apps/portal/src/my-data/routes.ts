import { dataOf } from '@kyzmat/http';
import { asked, frameOf, pickText } from '@kyzmat/web';
import type { Express, Request } from 'express';
import { principalOf } from '../auth/user.ts';
import type { Site } from '../site/site.ts';
import { copyRoutes } from './copy/routes.ts';
import { deleteRoutes } from './delete/routes.ts';
import { labelsOf } from './labels.ts';
import { linesOf } from './lines.ts';
import { groupsOf } from './view.ts';

const onPage = 20;
const mostApplications = 100;

/** P573-13c: which of the person's data were used, by whom, when and for which application; `signedIn` stands before. */
export function myDataRoutes(web: Express, site: Site): void {
  const { pages, clients, catalogue } = site;
  copyRoutes(web, site);
  deleteRoutes(web, site);

  web.get('/my-data', async (request, response) => {
    const principal = principalOf(request);
    const { lang } = frameOf(response);
    const { before, ...filter } = filterOf(request);
    const [{ lines, next }, applications, services] = await Promise.all([
      linesOf(clients, principal, { ...filter, ...(before === undefined ? {} : { before }), limit: onPage }),
      clients
        .applications(principal)
        .GET('/applications', { params: { query: { limit: mostApplications } } }),
      catalogue.list(),
    ]);
    const mine = dataOf(applications).applications;
    const names = new Map(services.map(({ providerId, providerName }) => [providerId, providerName]));
    const providers = new Set(mine.map(({ providerId }) => providerId));
    const labels = await labelsOf(lines, mine, catalogue, lang);
    pages.render(response, 'my-data/my-data.njk', {
      groups: groupsOf(lines, { t: pages.t(lang), names, labels }),
      filter,
      filtered: Object.keys(filter).length > 0,
      next: next && `/my-data?${new URLSearchParams({ ...filter, before: next }).toString()}`,
      applications: mine.map(({ id, reference, serviceTitle }) => ({
        value: id,
        label: `${reference}. ${pickText(serviceTitle, lang)}`,
      })),
      providers: [...providers].map((id) => ({ value: id, label: names.get(id) ?? id })),
    });
  });
}

const idLike = /^[\w.:~-]{1,80}$/;

/** What is no id is no filter: the page shows everything. */
function filterOf({ query }: Request): { application?: string; provider?: string; before?: string } {
  const given = (['application', 'provider', 'before'] as const).flatMap((name) => {
    const value = asked(query, name);
    return value !== undefined && idLike.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
