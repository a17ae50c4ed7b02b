import { postedFields } from '@kyzmat/web';
import type { Express } from 'express';
import type { Site } from '../../../site/site.ts';
import { addressOf, base, give, isConflict, versionIn } from '../command.ts';
import { loadApplication } from '../load.ts';

/** Taking an application back, with what that means for the money. */
export function withdrawRoutes(web: Express, site: Site): void {
  const { pages } = site;

  web.get(`${base}/withdraw`, async (request, response) => {
    const application = await loadApplication(site, request, response);
    if (!application.actions.includes('withdraw')) response.redirect(303, addressOf(application));
    else {
      const view = { application, base: addressOf(application) };
      pages.render(response, 'cabinet/applications/acts/withdraw.njk', view);
    }
  });

  web.post(`${base}/withdraw`, async (request, response) => {
    try {
      await give(site, request, versionIn(postedFields(request.body)), { type: 'withdraw' });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const application = await loadApplication(site, request, response);
      if (application.actions.includes('withdraw')) {
        const view = { application, base: addressOf(application), changed: true };
        pages.render(response, 'cabinet/applications/acts/withdraw.njk', view, 409);
        return;
      }
    }
    response.redirect(303, addressOf(request.params));
  });
}
