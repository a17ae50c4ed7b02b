import type { CommonConfig } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { Express } from 'express';
import type { DemoTime } from '../clock/clock.ts';

/** The first page of the stand-ins: where each of them is, and what time it is by law. */
export function homeRoutes(web: Express, pages: Pages, clock: DemoTime, config: CommonConfig): void {
  const links = [
    { name: 'portal', href: config.portal },
    { name: 'desk', href: config.desk },
    { name: 'phone', href: '/phone' },
    { name: 'mail', href: '/mail' },
    { name: 'key-carrier', href: '/key-carrier' },
    { name: 'edms', href: '/edms' },
    { name: 'clock', href: '/clock' },
  ];
  web.get('/', async (_request, response) => {
    pages.render(response, 'home/home.njk', { links, now: await clock.now() });
  });
}
