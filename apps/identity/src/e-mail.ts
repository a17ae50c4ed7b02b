import { Unavailable } from '@kyzmat/http';
import type { Text } from '@kyzmat/web';
import { createTransport } from 'nodemailer';

/** A letter in both languages, the person's own first. */
export interface Letter {
  readonly to: string;
  readonly language: 'ky' | 'ru' | 'en';
  readonly title: Text;
  readonly body: Text;
}
export interface EMail {
  /** @throws Unavailable when the mail server did not take it. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

export function eMail(smtpUrl: string, from: string): EMail {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 1, ...timeouts });
  return {
    async send({ to, language, title, body }) {
      const languages = language === 'ky' ? (['ky', 'ru'] as const) : (['ru', 'ky'] as const);
      const [first] = languages;
      const text = languages.map((each) => `${title[each]}\n\n${body[each]}`).join('\n\n—\n\n');
      await transport.sendMail({ from, to, subject: title[first], text }).catch(() => {
        throw new Unavailable('The letter could not be sent.', 10, 'no_e_mail');
      });
    },
    close: () => transport.close(),
  };
}
