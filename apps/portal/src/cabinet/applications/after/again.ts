import { dataOf } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Express } from 'express';
import { principalOf } from '../../../auth/user.ts';
import { official } from '../../../site/formats.ts';
import type { Site } from '../../../site/site.ts';
import { addressOf, base, type Asking } from '../command.ts';
import { isEnded } from '../stage.ts';
import { loadApplication } from '../load.ts';
import { groundsOf } from '../status-view.ts';

/** Applying again after the end, prefilled: always a new draft, beside those that are there. */
export function againRoutes(web: Express, site: Site): void {
  const { pages, catalogue, clients } = site;

  web.get(`${base}/again`, async (request, response) => {
    const application = await loadApplication(site, request, response);
    if (!isEnded(application.stage)) {
      response.redirect(303, addressOf(application));
      return;
    }
    const { serviceCode, serviceVersion } = application;
    const [service, answer] = await Promise.all([
      catalogue.version(serviceCode, serviceVersion),
      clients.applications(principalOf(request)).GET('/drafts'),
    ]);
    pages.render(response, 'cabinet/applications/after/again.njk', {
      application,
      base: addressOf(application),
      grounds: groundsOf(application, service),
      drafts: dataOf(answer).drafts.filter((draft) => draft.serviceCode === serviceCode),
    });
  });

  web.post(`${base}/again`, site.agreed, async (request: Asking, response) => {
    const { id, serviceCode } = await loadApplication(site, request, response);
    const body = { serviceCode, language: official(frameOf(response).lang), prefillFrom: id };
    const draft = dataOf(await clients.applications(principalOf(request)).POST('/drafts', { body }));
    response.redirect(303, `/cabinet/drafts/${draft.id}`);
  });
}
