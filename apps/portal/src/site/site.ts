import type { Kit } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { Csrf } from '@kyzmat/web-session';
import type { RequestHandler } from 'express';
import type { Changes } from '../cabinet/applications/live/changes.ts';
import type { KeptPosts } from '../auth/kept-posts.ts';
import type { PortalConfig } from '../config.ts';
import type { Catalogue } from '../services/catalogue.ts';
import type { Clients } from './clients.ts';

/** What every feature of the portal is given. */
export interface Site {
  readonly kit: Kit;
  readonly config: PortalConfig;
  readonly pages: Pages;
  readonly clients: Clients;
  readonly catalogue: Catalogue;
  /** What happens to applications, for pages that are open. */
  readonly changes: Changes;
  readonly csrf: Csrf;
  readonly kept: KeptPosts;
  /** Lets only signed-in people on; asks others to sign in and keeps what they posted. */
  readonly signedIn: RequestHandler;
  /** Lets only people on who have given both consents; behind `signedIn`. */
  readonly agreed: RequestHandler;
}
