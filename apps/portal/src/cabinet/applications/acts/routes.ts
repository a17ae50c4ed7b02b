import type { Express } from 'express';
import type { Site } from '../../../site/site.ts';
import { contactRoutes } from './contacts.ts';
import { questionRoutes } from './question.ts';
import { withdrawRoutes } from './withdraw.ts';

/** What the person can do with an open application. */
export function actRoutes(web: Express, site: Site): void {
  withdrawRoutes(web, site);
  questionRoutes(web, site);
  contactRoutes(web, site);
}
