import { port, secret, text, url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  esiClientSecret: secret('ESI_CLIENT_SECRET'),
  ePaymentSecret: secret('E_PAYMENT_SECRET'),
  eMessageToken: secret('E_MESSAGE_TOKEN'),
  edmsPassword: secret('EDMS_PASSWORD'),
  smtpPort: port('SMTP_PORT'),
  scannerPort: port('SCANNER_PORT'),
  securityServerPort: port('SECURITY_SERVER_PORT'),
  /** Where provider systems reach the portal through Tunduk. */
  tundukTlsUrl: url('TUNDUK_TLS_URL'),
  /** security-server.pem and .key, ca.pem. */
  certificatesDir: text('CERTIFICATES_DIR'),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
