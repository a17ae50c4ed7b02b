import { createService } from '@kyzmat/http';
import type { App, Kit } from '@kyzmat/kit';
import { webApp } from '@kyzmat/web';
import { createCsrf } from './auth/csrf.ts';
import { signedInOnly } from './auth/guard.ts';
import { openKeptPosts } from './auth/kept-posts.ts';
import { authRoutes } from './auth/routes.ts';
import { sessions } from './auth/session.ts';
import { cabinetRoutes } from './cabinet/routes.ts';
import type { PortalConfig } from './config.ts';
import { homeRoutes } from './home/routes.ts';
import { openCatalogue } from './services/catalogue.ts';
import { serviceRoutes } from './services/routes.ts';
import { clientsOf } from './site/clients.ts';
import { frame } from './site/frame.ts';
import { portalPages } from './site/pages.ts';
import { problemPages } from './site/problems.ts';
import type { Site } from './site/site.ts';
import { verifyRoutes } from './verify/routes.ts';

/** What citizens see. It owns nothing but sessions: everything shown is asked of its owner. */
export function createApp(kit: Kit, config: PortalConfig): App {
  const https = config.portal.startsWith('https:');
  const pages = portalPages(config);
  const clients = clientsOf(kit, config);
  const csrf = createCsrf();
  const kept = openKeptPosts(kit.store, https);
  const site: Site = {
    kit,
    config,
    pages,
    clients,
    catalogue: openCatalogue(kit, clients),
    csrf,
    kept,
    signedIn: signedInOnly(pages, kept),
  };

  const web = webApp({ pages, https, formOrigins: [new URL(config.ePaymentUrl ?? config.sandbox).origin] });
  web.use(sessions(kit, config), frame(pages, csrf));
  // Before the check of the token: a post that comes after the session is kept, not refused.
  web.use(['/cabinet', '/services/:code/apply'], site.signedIn);
  web.use(csrf.protect);
  authRoutes(web, site);
  homeRoutes(web, site);
  serviceRoutes(web, site);
  cabinetRoutes(web, site);
  verifyRoutes(web, site);
  problemPages(web, site);

  return {
    http: createService({
      name: 'portal',
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      pages: (router) => router.use(web),
      routes: () => undefined,
    }),
    start: () => kept.ensureIndexes(),
  };
}
