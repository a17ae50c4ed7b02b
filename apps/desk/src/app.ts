import { createService, Problem } from '@kyzmat/http';
import type { App, Kit } from '@kyzmat/kit';
import { newCorrelationId } from '@kyzmat/telemetry';
import { errorPages, frameOf, webApp } from '@kyzmat/web';
import { openWebSession, signedIn } from '@kyzmat/web-session';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { actRoutes } from './applications/acts/routes.ts';
import { applicationRoutes } from './applications/routes.ts';
import type { DeskConfig } from './config.ts';
import { breachRoutes } from './breaches/routes.ts';
import { changeRoutes } from './changes/routes.ts';
import { suggestionRoutes } from './suggestions/routes.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { outageRoutes } from './outages/routes.ts';
import { statusRoutes } from './outages/statuses.ts';
import { deskPages } from './site/pages.ts';
import { openServices } from './site/services.ts';
import { clientsOf, type Site } from './site/site.ts';
import { grantedOnly, grantedOrProvider, providerOnly, staffOnly } from './staff/doors.ts';
import { sectionsOf } from './staff/sections.ts';
import { staffIn } from './staff/staff.ts';

/** The staff's door: a provider's inbox and acts, the operator's administration. It keeps nothing but sessions. */
export function createApp(kit: Kit, config: DeskConfig): App {
  const clients = clientsOf(kit, config);
  const sessions = openWebSession({
    cookie: 'kz_desk',
    mongodbUri: config.mongodbUri,
    dbName: config.dbName ?? kit.name,
    secret: config.sessionSecret.reveal(),
    baseUrl: config.desk,
    identity: config.identity,
    clientId: 'desk',
    clientSecret: config.oidcClientSecret.reveal(),
    languageOf: ({ res }) => (res === undefined ? 'ky' : frameOf(res).lang),
    mayEnter: ({ roles }) => roles.some((role) => role !== 'user'),
    home: '/',
    signedOut: '/',
    async onSignOut({ session: id }) {
      if (id !== undefined)
        await clients.identity(kit.self).POST('/sessions/{id}/sign-out', { params: { path: { id } } });
      return undefined;
    },
    onRefused: (kind) => kit.telemetry.log.warn({ kind }, 'a sign-in was not completed'),
  });
  const site: Site = { kit, config, pages: deskPages(config), sessions, clients };
  return {
    http: createService({
      name: 'desk',
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      pages: (router) => router.use(webOf(site)),
      routes: () => undefined,
    }),
    stop: () => sessions.close(),
  };
}

function webOf(site: Site): Express {
  const { config, sessions, pages } = site;
  const web = webApp({ pages, https: config.desk.startsWith('https:') });
  web.use(sessions.session);
  web.use('/changes/new', sessions.csrf.uploads);
  web.use(sessions.csrf.protect, sessions.routes);

  const staff = staffOnly(site);
  web.get(
    '/',
    (request, response, next) => {
      if (signedIn(request) === undefined) pages.render(response, 'staff/welcome.njk');
      else next();
    },
    staff,
    (request, response) => response.redirect(303, sectionsOf(staffIn(request))[0]?.href ?? '/'),
  );

  const services = openServices(site);
  web.post('/sign-out-everywhere', staff, async (request, response) => {
    const { id, principal } = staffIn(request);
    await site.clients.identity(principal).DELETE('/staff/{id}/sessions', { params: { path: { id } } });
    response.redirect(303, '/');
  });

  const provider = express.Router();
  inboxRoutes(provider, site, services);
  actRoutes(provider, site, services);
  applicationRoutes(provider, site, services);
  web.use(['/inbox', '/applications'], staff, providerOnly(site));
  web.use(provider);

  const both = express.Router();
  breachRoutes(both, site);
  outageRoutes(both, site);
  statusRoutes(both, site);
  suggestionRoutes(both, site);
  changeRoutes(both, site, services);
  web.use(['/breaches', '/outages', '/suggestions'], staff, grantedOrProvider(site, 'provider.block'));
  web.use('/changes', staff, grantedOrProvider(site, 'service.publish', 'service.agree'));
  web.use(both);

  const operator = express.Router();
  operatorRoutes(operator, site);
  web.use('/deadlines', staff, grantedOnly('deadlines.read'));
  web.use(
    ['/failures', '/providers', '/calendar', '/refunds', '/retention'],
    staff,
    grantedOnly('provider.block'),
  );
  web.use('/works', staff, grantedOnly('works.record'));
  web.use('/support', staff, grantedOnly('application.watch'));
  web.use('/incidents', staff, grantedOnly('incident.record'));
  web.use(operator);

  web.use(ownErrorPages(site), ...lastPages(site));
  return web;
}

/** Refusals that need more words than a page for their status has. */
function ownErrorPages({ pages }: Site): ErrorRequestHandler {
  const special: Readonly<Record<string, string>> = {
    provider_blocked: 'staff/blocked.njk',
    sign_in_failed: 'staff/refused.njk',
  };
  return (error: unknown, _request, response, next) => {
    const page = error instanceof Problem ? special[error.code] : undefined;
    if (page === undefined || response.headersSent) next(error);
    else pages.render(response, page, {}, error instanceof Problem ? error.status : 500);
  };
}

function lastPages({ pages, kit }: Site): ReturnType<typeof errorPages> {
  return errorPages({
    pages,
    // Short enough to be read out on the telephone.
    reference: () => newCorrelationId().slice(0, 8),
    signInHref: (to) => `/sign-in?to=${encodeURIComponent(to)}`,
    onError: (error, _request, reference) =>
      kit.telemetry.log.error({ err: error, reference }, 'a page failed'),
  });
}
