import { errorPages, languages, type Pages } from '@kyzmat/web';
import type { Express } from 'express';
import type { CommonConfig, Kit } from '@kyzmat/kit';
import type { CurrentProvider } from '../oidc/provider.ts';
import { newCorrelationId } from '@kyzmat/telemetry';
import { consentPages, type ConsentPages } from '../consents/pages.ts';
import { stopPage, type StopPage } from '../means/stop-page.ts';
import { recoveryLinkPages } from '../recovery/link-pages.ts';
import { recoveryPages, type RecoveryPages } from '../recovery/pages.ts';
import { registrationPages, type RegistrationPages } from '../registration/pages.ts';
import { certificateSignIn, type CertificateSignIn } from './certificate.ts';
import { citizenSignIn, type CitizenSignIn } from './citizen.ts';
import { interactionOf } from './interaction.ts';
import { namePages, type OnwardParts } from './onward.ts';
import { ownSignIn, type OwnSignIn } from './own.ts';
import { staffSignIn, type StaffSignIn } from './staff.ts';

type SignInParts = CitizenSignIn &
  StaffSignIn &
  ConsentPages &
  OwnSignIn &
  CertificateSignIn &
  OnwardParts &
  RegistrationPages &
  RecoveryPages &
  StopPage & { readonly provider: CurrentProvider; readonly pages: Pages };

/** Pages of signing in: who comes from the portal goes through ESI or by the own route, who comes from the desk has an account here. */
export function signInRoutes(web: Express, kit: Kit, config: CommonConfig, parts: SignInParts): void {
  const { provider, pages } = parts;
  web.get('/interaction/:uid', async (request, response) => {
    const { id, client, language } = await interactionOf(provider, request, response);
    // The language of the portal goes on here, unless the person has chosen one here before.
    const chosen = request.headers.cookie?.includes('kz_lang=') === true;
    if (!chosen && languages.some((lang) => lang === language)) {
      response.redirect(303, `/interaction/${id}?lang=${language}`);
      return;
    }
    if (client !== 'portal') {
      pages.render(response, 'sign-in/staff.njk', { uid: id, errors: [] });
      return;
    }
    const registered = await parts.steps.get(id, 'registered');
    pages.render(response, 'sign-in/citizen.njk', {
      uid: id,
      errors: [],
      registered,
      login: registered?.login,
      recovered: request.query['recovered'] === 'yes',
    });
  });
  citizenSignIn(web, parts);
  ownSignIn(web, parts);
  certificateSignIn(web, parts);
  namePages(web, parts);
  registrationPages(web, parts);
  recoveryPages(web, parts);
  recoveryLinkPages(web, parts);
  stopPage(web, parts);
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
