import { errorPages, languages, type Pages } from '@kyzmat/web';
import type { Express } from 'express';
import type { CommonConfig, Kit } from '@kyzmat/kit';
import type Provider from 'oidc-provider';
import { newCorrelationId } from '@kyzmat/telemetry';
import { consentPages, type ConsentPages } from '../consents/pages.ts';
import { citizenSignIn, type CitizenSignIn } from './citizen.ts';
import { interactionOf } from './interaction.ts';
import { staffSignIn, type StaffSignIn } from './staff.ts';

/** Pages of signing in: who comes from the portal goes through ESI, who comes from the desk has an account here. */
export function signInRoutes(
  web: Express,
  kit: Kit,
  config: CommonConfig,
  parts: CitizenSignIn & StaffSignIn & ConsentPages & { readonly provider: Provider; readonly pages: Pages },
): void {
  const { provider, pages } = parts;
  web.get('/interaction/:uid', async (request, response) => {
    const { id, client, language } = await interactionOf(provider, request, response);
    // The language of the portal goes on here, unless the person has chosen one here before.
    const chosen = request.headers.cookie?.includes('kz_lang=') === true;
    if (!chosen && languages.some((lang) => lang === language)) {
      response.redirect(303, `/interaction/${id}?lang=${language}`);
      return;
    }
    pages.render(response, client === 'portal' ? 'sign-in/citizen.njk' : 'sign-in/staff.njk', {
      uid: id,
      errors: [],
    });
  });
  citizenSignIn(web, parts);
  consentPages(web, parts);
  staffSignIn(web, parts);
  // What is no page goes on to the OpenID provider and the contract's routes; only errors of pages end here.
  const [, onError] = errorPages({
    pages,
    homeHref: config.portal,
    signInHref: () => config.portal,
    reference: newCorrelationId,
    onError: (error, _request, reference) => {
      kit.telemetry.log.error(
        { reference, reason: error instanceof Error ? error.message : 'unknown' },
        'page failed',
      );
    },
  });
  web.use(onError);
}
