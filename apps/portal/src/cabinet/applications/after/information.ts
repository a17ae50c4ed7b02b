import type { Applications } from '@kyzmat/contracts';
import { dataOf } from '@kyzmat/http';
import type { Express } from 'express';
import { principalOf } from '../../../auth/user.ts';
import { passOn } from '../../../site/pass-on.ts';
import type { Site } from '../../../site/site.ts';
import { addressOf, base } from '../command.ts';

/** P573-33b: the result as information: to read, and to save byte for byte as it was sealed. */
export function informationRoutes(web: Express, site: Site): void {
  const { pages, clients, config } = site;

  web.get(`${base}/result`, async (request, response) => {
    const params = { path: { id: request.params.id } };
    const information: Applications['ResultInformation'] = dataOf(
      await clients.applications(principalOf(request)).GET('/applications/{id}/result.json', { params }),
    );
    pages.render(response, 'cabinet/applications/after/information.njk', {
      information,
      base: addressOf(request.params),
    });
  });

  web.get(`${base}/result.json`, async (request, response) => {
    const url = `${config.applications}/applications/${encodeURIComponent(request.params.id)}/result.json`;
    await passOn(response, clients.files(principalOf(request)), url);
  });
}
