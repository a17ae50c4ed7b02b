import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { letter } from './letter.ts';
import { NeverTaken, type Send } from './send.ts';

/** Much shorter than the lease on a piece of work, so that nobody else begins while this one still waits. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** E-mail by SMTP, in both languages, the person's own first. The Message-ID is the same for every try. */
export function eMail(smtpUrl: string, from: string): { readonly send: Send; close(): void } {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...timeouts });
  return {
    async send(message) {
      const messageId = `<${createHash('sha256').update(message.id).digest('hex').slice(0, 32)}@kyzmat>`;
      try {
        const { response } = await transport.sendMail({
          from,
          to: message.to,
          messageId,
          ...letter(message),
        });
        // The server's own words, in which it names the letter in its queue.
        return response.slice(0, 200);
      } catch (error) {
        if (isForGood(error)) throw new NeverTaken('The mail server refused the letter');
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** 55x of SMTP: the mailbox or the letter is refused; other failures may pass. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error && 'responseCode' in error)) return false;
  return typeof error.responseCode === 'number' && error.responseCode >= 550 && error.responseCode < 560;
}
