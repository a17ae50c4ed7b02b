import type { components as applications, paths as applicationsPaths } from './generated/applications.ts';
import type { components as common } from './generated/common.ts';
import type { components as identity, paths as identityPaths } from './generated/identity.ts';
import type { components as notifications, paths as notificationsPaths } from './generated/notifications.ts';
import type { components as payments, paths as paymentsPaths } from './generated/payments.ts';
import type { components as portal } from './generated/portal.ts';
import type { components as providers, paths as providersPaths } from './generated/providers.ts';
import type { paths as tundukPaths } from './generated/tunduk.ts';

/** Paths of each service, for typed clients (`openapi-fetch`). */
export type ApplicationsApi = applicationsPaths;
export type IdentityApi = identityPaths;
export type NotificationsApi = notificationsPaths;
export type PaymentsApi = paymentsPaths;
export type ProvidersApi = providersPaths;
export type TundukApi = tundukPaths;

/** Shapes by service, for example `Applications['ApplicationView']`. */
export type Applications = applications['schemas'];
export type Identity = identity['schemas'];
export type Notifications = notifications['schemas'];
export type Payments = payments['schemas'];
export type Providers = providers['schemas'];
/** What the script of the pages is answered; everything else of the portal is pages for people. */
export type Portal = portal['schemas'];
export type Common = common['schemas'];
