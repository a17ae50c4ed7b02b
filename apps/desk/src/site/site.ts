import type { Principal } from '@kyzmat/auth';
import type {
  ApplicationsApi,
  IdentityApi,
  NotificationsApi,
  PaymentsApi,
  ProvidersApi,
} from '@kyzmat/contracts';
import { serviceFetch, type ServiceFetch } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Pages } from '@kyzmat/web';
import type { WebSession } from '@kyzmat/web-session';
import type { Client } from 'openapi-fetch';
import type { DeskConfig } from '../config.ts';

/** The processes behind the pages, called in somebody's name. */
export interface Clients {
  applications(principal: Principal): Client<ApplicationsApi>;
  identity(principal: Principal): Client<IdentityApi>;
  notifications(principal: Principal): Client<NotificationsApi>;
  payments(principal: Principal): Client<PaymentsApi>;
  providers(principal: Principal): Client<ProvidersApi>;
  /** For files and documents, which pass through without being held. */
  files(principal: Principal): ServiceFetch;
}

/** What every feature of the desk is given. */
export interface Site {
  readonly kit: Kit;
  readonly config: DeskConfig;
  readonly pages: Pages;
  readonly sessions: WebSession;
  readonly clients: Clients;
}

export function clientsOf(kit: Kit, config: DeskConfig): Clients {
  return {
    applications: kit.to<ApplicationsApi>('applications'),
    identity: kit.to<IdentityApi>('identity'),
    notifications: kit.to<NotificationsApi>('notifications'),
    payments: kit.to<PaymentsApi>('payments'),
    providers: kit.to<ProvidersApi>('providers'),
    files: serviceFetch({ audience: 'applications', baseUrl: config.applications, issuer: kit.issuer }),
  };
}
