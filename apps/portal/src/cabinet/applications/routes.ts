import { frameOf } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import { passOn } from '../../site/pass-on.ts';
import type { Site } from '../../site/site.ts';
import { actRoutes } from './acts/routes.ts';
import { againRoutes } from './after/again.ts';
import { informationRoutes } from './after/information.ts';
import { ratingRoutes } from './after/rating.ts';
import { loadAll, loadApplication } from './load.ts';
import { paymentRoutes } from './payment.ts';
import { isEnded } from './stage.ts';
import { answerOf, appearanceOf, groundsOf, paymentOf, timelineOf } from './status-view.ts';

export function applicationRoutes(web: Express, site: Site): void {
  const { pages, catalogue, clients, config } = site;

  /** Everything the status page and its live part show. */
  async function statusOf(
    request: Request<{ id: string }>,
    response: Response,
  ): Promise<Record<string, unknown>> {
    const loaded = await loadAll(site, request, response);
    const { application, notices, incomplete } = loaded;
    const service = await catalogue.version(application.serviceCode, application.serviceVersion);
    return {
      application,
      base: `/cabinet/applications/${application.id}`,
      answer: answerOf(application),
      timeline: timelineOf(application),
      appearance: appearanceOf(application, service),
      payment: paymentOf(loaded),
      grounds: groundsOf(application, service),
      open: application.clarifications.filter(({ answer }) => answer === undefined),
      answered: application.clarifications.filter(({ answer }) => answer !== undefined),
      verifyUrl: `${config.portal}/verify/${application.result?.verificationCode ?? ''}`,
      ended: isEnded(application.stage),
      notices,
      incomplete,
    };
  }

  // P573-6c, P573-31c: the answer first, then how it came to it.
  web.get('/cabinet/applications/:id', async (request, response) => {
    pages.render(response, 'cabinet/applications/status.njk', await statusOf(request, response));
  });
  web.get('/cabinet/applications/:id/live', async (request, response) => {
    const view = await statusOf(request, response);
    response.type('html').send(pages.html('cabinet/applications/live.njk', view, frameOf(response)));
  });

  web.get('/cabinet/applications/:id/confirmation', async (request, response) => {
    const application = await loadApplication(site, request, response);
    pages.render(response, 'cabinet/applications/confirmation.njk', {
      application,
      base: `/cabinet/applications/${application.id}`,
      payment: paymentOf({ application, notices: [], incomplete: false }),
    });
  });

  for (const document of ['copy.pdf', 'copy.json', 'result.pdf'] as const) {
    web.get(`/cabinet/applications/:id/${document}`, async (request, response) => {
      const id = encodeURIComponent(request.params.id);
      const language = document === 'copy.pdf' ? `?language=${official(frameOf(response).lang)}` : '';
      const url = `${config.applications}/applications/${id}/${document}${language}`;
      await passOn(response, clients.files(principalOf(request)), url);
    });
  }
  web.get('/cabinet/applications/:id/files/:fileId', async (request, response) => {
    const [id, fileId] = [request.params.id, request.params.fileId].map(encodeURIComponent);
    const url = `${config.applications}/applications/${id}/files/${fileId}`;
    await passOn(response, clients.files(principalOf(request)), url);
  });

  paymentRoutes(web, site);
  actRoutes(web, site);
  ratingRoutes(web, site);
  againRoutes(web, site);
  informationRoutes(web, site);
}
