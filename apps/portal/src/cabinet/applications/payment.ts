import { setTimeout as wait } from 'node:timers/promises';
import { dataOf, Problem } from '@kyzmat/http';
import { frameOf } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf } from '../../auth/user.ts';
import { official } from '../../site/formats.ts';
import { passOn } from '../../site/pass-on.ts';
import type { Site } from '../../site/site.ts';
import { chargeOf, loadApplication } from './load.ts';

/** P573-6e: paying at the state e-payment system. Only its own word counts, never the payer's return (P573-32). */
export function paymentRoutes(web: Express, site: Site): void {
  const { pages, clients, config } = site;
  const base = '/cabinet/applications/:id';

  web.post(`${base}/pay`, async (request, response) => {
    const language = official(frameOf(response).lang);
    const charge = await awaitedCharge(site, request);
    const path = { id: charge.id };
    try {
      const { payUrl } = dataOf(
        await clients
          .payments(principalOf(request))
          .POST('/charges/{id}/checkout', { params: { path }, body: { language } }),
      );
      response.redirect(303, payUrl);
    } catch (error) {
      // Paid meanwhile, perhaps in another window: the application's page says so.
      if (!(error instanceof Problem) || error.code !== 'not_payable') throw error;
      response.redirect(303, `/cabinet/applications/${request.params.id}`);
    }
  });

  const returned = async (request: Request<{ id: string }>, response: Response) => {
    const [application, charge] = await Promise.all([
      loadApplication(site, request, response),
      chargeOf(site, request).catch(notYet),
    ]);
    return { application, charge, base: `/cabinet/applications/${application.id}` };
  };
  web.get(`${base}/payment-return`, async (request, response) => {
    pages.render(response, 'cabinet/applications/payment-return.njk', await returned(request, response));
  });
  web.get(`${base}/payment-return/live`, async (request, response) => {
    const view = await returned(request, response);
    response.type('html').send(pages.html('cabinet/applications/payment-live.njk', view, frameOf(response)));
  });

  // P573-31b: the payment document, to save and to print.
  web.get(`${base}/receipt.pdf`, async (request, response) => {
    const charge = await chargeOf(site, request);
    const language = official(frameOf(response).lang);
    const url = `${config.payments}/charges/${encodeURIComponent(charge.id)}/document.pdf?language=${language}`;
    await passOn(response, clients.receipts(principalOf(request)), url);
  });
}

const looks = 15;
const pauseMs = 200;

/** The charge follows the application within a moment: somebody who is faster waits for it a little. */
async function awaitedCharge(site: Site, request: Request<{ id: string }>): ReturnType<typeof chargeOf> {
  for (let left = looks; left > 0; left -= 1) {
    const charge = await chargeOf(site, request).catch(unlessMissing);
    if (charge !== undefined) return charge;
    await wait(pauseMs);
  }
  return chargeOf(site, request).catch(notYet);
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined;
  throw error;
}

function notYet(error: unknown): never {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
  throw new Problem(404, 'no_charge_yet', undefined, {
    message: {
      ky: 'Төлөм азырынча даяр эмес. Бир аздан кийин арыздын барагынан кайра аракет кылыңыз.',
      ru: 'Начисление ещё готовится. Попробуйте снова через минуту со страницы заявления.',
    },
  });
}
