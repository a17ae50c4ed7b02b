import type { Principal } from '@kyzmat/auth';
import type {
  ApplicationsApi,
  IdentityApi,
  NotificationsApi,
  PaymentsApi,
  ProvidersApi,
  TundukApi,
} from '@kyzmat/contracts';
import { serviceFetch, type ServiceFetch } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Client } from 'openapi-fetch';
import type { PortalConfig } from '../config.ts';

/** The processes behind the pages, called in somebody's name. */
export interface Clients {
  applications(principal: Principal): Client<ApplicationsApi>;
  identity(principal: Principal): Client<IdentityApi>;
  notifications(principal: Principal): Client<NotificationsApi>;
  payments(principal: Principal): Client<PaymentsApi>;
  providers(principal: Principal): Client<ProvidersApi>;
  tunduk(principal: Principal): Client<TundukApi>;
  /** For files and documents, which pass through without being held. */
  files(principal: Principal): ServiceFetch;
  receipts(principal: Principal): ServiceFetch;
}

/** An upload over a slow line is only answered when all of it has come. */
const uploadTimeoutMs = 10 * 60_000;

export function clientsOf(kit: Kit, config: PortalConfig): Clients {
  const { issuer } = kit;
  return {
    applications: kit.to<ApplicationsApi>('applications'),
    identity: kit.to<IdentityApi>('identity'),
    notifications: kit.to<NotificationsApi>('notifications'),
    payments: kit.to<PaymentsApi>('payments'),
    providers: kit.to<ProvidersApi>('providers'),
    tunduk: kit.to<TundukApi>('tunduk'),
    files: serviceFetch({
      audience: 'applications',
      baseUrl: config.applications,
      issuer,
      timeoutMs: uploadTimeoutMs,
    }),
    receipts: serviceFetch({ audience: 'payments', baseUrl: config.payments, issuer }),
  };
}
