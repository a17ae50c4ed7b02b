import { optional, secret, text, url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  /** Addresses of the proxies in front, for Express's `trust proxy`; without it everybody behind one proxy shares its limits. */
  trustedProxies: optional(text('TRUSTED_PROXIES')),
  /** Keys of cookies, and the key the stored signing keys are encrypted with. */
  sessionSecret: secret('SESSION_SECRET'),
  portalClientSecret: secret('OIDC_CLIENT_SECRET_PORTAL'),
  deskClientSecret: secret('OIDC_CLIENT_SECRET_DESK'),
  /** The unified identification system; the sandbox's stand-in when not set. */
  esiIssuer: optional(url('ESI_ISSUER')),
  esiClientSecret: secret('ESI_CLIENT_SECRET'),
  /** The state e-message system; the sandbox's stand-in when not set. */
  eMessageUrl: optional(url('E_MESSAGE_URL')),
  eMessageToken: secret('E_MESSAGE_TOKEN'),
  smtpUrl: url('SMTP_URL', undefined, ['smtp', 'smtps']),
  mailFrom: text('MAIL_FROM', 'Кызмат <kyzmat@example.kg>'),
  /** Folder with the authority's certificate, its revocation list and the signers' keys. */
  certificatesDir: text('CERTIFICATES_DIR'),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
