import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Send } from './send.ts';

/** E-mail by SMTP, in both languages, the person's own first. The Message-ID is the same for every try. */
export function eMail(smtpUrl: string, from: string): { readonly send: Send; close(): void } {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2 });
  return {
    async send({ id, to, title, body, language }) {
      const other = language === 'ky' ? 'ru' : 'ky';
      await transport.sendMail({
        from,
        to,
        subject: title[language],
        text: [body[language], '—', title[other], body[other]].join('\n\n'),
        messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@kyzmat>`,
      });
    },
    close: () => transport.close(),
  };
}
