import type { Router } from 'express';
import type { Site } from '../site/site.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { deadlineRoutes } from './deadlines/routes.ts';
import { failureRoutes } from './failures/routes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { providerRoutes } from './providers/routes.ts';
import { refundRoutes } from './refunds/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { supportRoutes } from './support/routes.ts';
import { worksRoutes } from './works/routes.ts';

/** The operator's part of the desk; nobody else gets here (P573-4). */
export function operatorRoutes(router: Router, site: Site): void {
  deadlineRoutes(router, site);
  failureRoutes(router, site);
  providerRoutes(router, site);
  calendarRoutes(router, site);
  refundRoutes(router, site);
  retentionRoutes(router, site);
  supportRoutes(router, site);
  worksRoutes(router, site);
  incidentRoutes(router, site);
}
