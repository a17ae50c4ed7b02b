import { optional, secret, text, url, type ConfigOf } from '@kyzmat/config';

export const ownSpec = {
  /** The state e-message system; the sandbox's stand-in when not set. */
  eMessageUrl: optional(url('E_MESSAGE_URL')),
  eMessageToken: secret('E_MESSAGE_TOKEN'),
  smtpUrl: url('SMTP_URL', undefined, ['smtp', 'smtps']),
  mailFrom: text('MAIL_FROM', 'Кызмат <kyzmat@example.kg>'),
};

export type OwnConfig = ConfigOf<typeof ownSpec>;
