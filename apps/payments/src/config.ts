import { optional, secret, url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  /** The state e-payment system; the sandbox's stand-in when not set. */
  ePaymentUrl: optional(url('E_PAYMENT_URL')),
  /** The key both sides sign with. */
  ePaymentSecret: secret('E_PAYMENT_SECRET'),
  /** The key before it: accepted until the change of keys is over. */
  ePaymentSecretPrevious: optional(secret('E_PAYMENT_SECRET_PREVIOUS')),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
