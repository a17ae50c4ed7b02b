import { createService } from '@kyzmat/http';
import type { App, CommonConfig, Kit } from '@kyzmat/kit';
import { webApp } from '@kyzmat/web';
import { openClock } from './clock/clock.ts';
import { clockRoutes } from './clock/routes.ts';
import type { OwnConfig } from './config.ts';
import { esiRoutes } from './esi/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { sandboxPages } from './pages.ts';

/** Stand-ins for everything outside, so that the whole country runs on one laptop. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const pages = sandboxPages();
  const web = webApp({
    pages,
    https: false,
    formOrigins: [config.identity, config.portal, config.desk, config.payments],
  });
  const clock = openClock(kit.store);
  clockRoutes(web, pages, clock);
  esiRoutes(web, pages, config);
  homeRoutes(web, pages, clock, config);

  return {
    http: createService({
      name: 'sandbox',
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      pages: (router) => router.use(web),
      routes: () => undefined,
    }),
  };
}
