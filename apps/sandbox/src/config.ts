import { port, secret, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  esiClientSecret: secret('ESI_CLIENT_SECRET'),
  ePaymentSecret: secret('E_PAYMENT_SECRET'),
  eMessageToken: secret('E_MESSAGE_TOKEN'),
  edmsPassword: secret('EDMS_PASSWORD'),
  smtpPort: port('SMTP_PORT'),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
