import { optional, secret, url, type ConfigOf } from '@kyzmat/config';
import type { CommonConfig } from '@kyzmat/kit';

export const ownSpec = {
  sessionSecret: secret('SESSION_SECRET'),
  oidcClientSecret: secret('OIDC_CLIENT_SECRET_PORTAL'),
  /** The state e-payment system, where people go to pay; the sandbox's stand-in when not set. */
  ePaymentUrl: optional(url('E_PAYMENT_URL')),
};

export type PortalConfig = CommonConfig & ConfigOf<typeof ownSpec>;
