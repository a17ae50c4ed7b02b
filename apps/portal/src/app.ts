import { createService, onLeaving } from '@kyzmat/http';
import type { App, Kit } from '@kyzmat/kit';
import { frameOf, webApp } from '@kyzmat/web';
import { openWebSession, type WebSession } from '@kyzmat/web-session';
import { accountRoutes } from './account/routes.ts';
import { agreedOnly } from './auth/agreed.ts';
import { signedInOnly } from './auth/guard.ts';
import { openKeptPosts } from './auth/kept-posts.ts';
import { openSessionsOnly } from './auth/open-sessions.ts';
import { signedOutRoutes, signOutAtIdentity } from './auth/signed-out.ts';
import { openChanges } from './cabinet/applications/live/changes.ts';
import { openStreams, streamRoutes, type Streams } from './cabinet/applications/live/stream.ts';
import { cabinetRoutes } from './cabinet/routes.ts';
import type { PortalConfig } from './config.ts';
import { homeRoutes } from './home/routes.ts';
import { openCatalogue } from './services/catalogue.ts';
import { myDataRoutes } from './my-data/routes.ts';
import { serviceRoutes } from './services/routes.ts';
import { clientsOf, type Clients } from './site/clients.ts';
import { frame } from './site/frame.ts';
import { portalPages } from './site/pages.ts';
import { problemPages } from './site/problems.ts';
import type { Site } from './site/site.ts';
import { verifyRoutes } from './verify/routes.ts';
import { openWorks } from './works/works.ts';

/** What citizens see. It owns nothing but sessions: everything shown is asked of its owner. */
export function createApp(kit: Kit, config: PortalConfig): App {
  const https = config.portal.startsWith('https:');
  const pages = portalPages(config);
  const clients = clientsOf(kit, config);
  const streams = openStreams();
  const sessions = sessionsOf(kit, config, clients, streams);
  const kept = openKeptPosts(kit.store, https);
  const site: Site = {
    kit,
    config,
    pages,
    clients,
    catalogue: openCatalogue(kit, clients),
    changes: openChanges(kit),
    csrf: sessions.csrf,
    kept,
    signedIn: signedInOnly(pages, kept),
    agreed: agreedOnly(pages, kept),
  };

  const web = webApp({ pages, https, formOrigins: [new URL(config.ePaymentUrl ?? config.sandbox).origin] });
  web.use(sessions.session, openSessionsOnly(kit, clients), frame(pages, sessions.csrf));
  // Before the check of the token: a post that comes after the session is kept, not refused.
  web.use(['/cabinet', '/account', '/my-data', '/services/:code/apply'], site.signedIn);
  web.use(['/cabinet/drafts', '/services/:code/apply'], site.agreed);
  web.post(uploads, sessions.csrf.uploads);
  const works = openWorks(kit, clients, pages);
  web.use(works.announce);
  // Changes nothing, so it needs no token, and whoever only checks a document gets no session.
  verifyRoutes(web, site);
  web.use(sessions.csrf.protect, sessions.routes);
  web.all('/cabinet/drafts/:id/sign{/*step}', works.closes('sending'));
  web.all('/cabinet/applications/:id/pay', works.closes('payment'));
  signedOutRoutes(web, pages);
  homeRoutes(web, site);
  serviceRoutes(web, site);
  cabinetRoutes(web, site);
  accountRoutes(web, site);
  myDataRoutes(web, site);
  streamRoutes(web, site, streams);
  problemPages(web, site);

  const http = createService({
    name: 'portal',
    telemetry: kit.telemetry,
    ready: () => kit.ready(),
    pages: (router) => router.use(web),
    routes: () => undefined,
  });
  onLeaving(http, () => streams.close());
  return {
    http,
    async start() {
      await Promise.all([kept.ensureIndexes(), site.changes.start()]);
    },
    async stop() {
      streams.close();
      await site.changes.stop();
      await sessions.close();
    },
  };
}

/** Where forms come with files; each of these routes checks the form's token itself. */
const uploads = [
  '/cabinet/drafts/:id/pages/:page',
  '/cabinet/drafts/:id/sign/qualified',
  '/cabinet/applications/:id/questions/:question',
];

function sessionsOf(kit: Kit, config: PortalConfig, clients: Clients, streams: Streams): WebSession {
  const atIdentity = signOutAtIdentity(kit, clients);
  return openWebSession({
    cookie: 'kz_portal',
    mongodbUri: config.mongodbUri,
    dbName: kit.store.connection.name,
    secret: config.sessionSecret.reveal(),
    baseUrl: config.portal,
    identity: config.identity,
    clientId: 'portal',
    clientSecret: config.oidcClientSecret.reveal(),
    languageOf: ({ res }) => (res === undefined ? 'ky' : frameOf(res).lang),
    mayEnter: ({ roles }) => roles.includes('user'),
    home: '/cabinet',
    signedOut: '/',
    onSignOut: (person) => {
      streams.signedOut(person.session);
      return atIdentity(person);
    },
    onRefused: (kind) => kit.telemetry.log.warn({ kind }, 'a sign-in was not completed'),
  });
}
