import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import { signedIn } from '@kyzmat/web-session';
import type { Express, Request } from 'express';
import { principalOf } from '../auth/user.ts';
import { applicationCard } from '../cabinet/applications/card.ts';
import { serviceCard } from '../services/card.ts';
import type { Site } from '../site/site.ts';

const mostAsked = 6;

/** The first page: one sentence, one search, what is asked for most, and what the person has under way. */
export function homeRoutes(web: Express, site: Site): void {
  const { pages, catalogue } = site;
  web.get('/', async (request, response) => {
    const [services, mine] = await Promise.all([catalogue.list(), applicationsOf(site, request)]);
    pages.render(response, 'home/home.njk', {
      cards: services.slice(0, mostAsked).map(serviceCard),
      mine: mine?.map(applicationCard),
    });
  });
  web.get('/help', (_request, response) => pages.render(response, 'help/help.njk'));
}

/** Undefined when nobody is signed in; empty when there are none, or when they cannot be asked for now. */
async function applicationsOf(
  { clients, kit }: Site,
  request: Request,
): Promise<readonly Applications['ApplicationSummary'][] | undefined> {
  if (signedIn(request) === undefined) return undefined;
  const query = { limit: 3 };
  try {
    const answer = await clients
      .applications(principalOf(request))
      .GET('/applications', { params: { query } });
    return dataOf(answer).applications;
  } catch {
    kit.telemetry.log.warn('the first page came without the applications');
    return [];
  }
}
