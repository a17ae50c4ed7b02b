import type { Express } from 'express';
import { userOf } from '../auth/user.ts';
import type { Site } from '../site/site.ts';
import { contactRoutes } from './contact/routes.ts';
import { consentRoutes } from './consents/routes.ts';
import { powerRoutes } from './powers/routes.ts';
import { sections } from './sections.ts';
import { securityRoutes } from './security/routes.ts';
import { signInRoutes } from './sign-ins/routes.ts';

/** How a person is reached, what they agreed to, how they sign in; `signedIn` stands before all of it. */
export function accountRoutes(web: Express, site: Site): void {
  const { pages } = site;
  web.get('/account', (request, response) => {
    pages.render(response, 'account/account.njk', { sections, user: userOf(request) });
  });
  contactRoutes(web, site);
  consentRoutes(web, site);
  signInRoutes(web, site);
  securityRoutes(web, site);
  powerRoutes(web, site);
}
