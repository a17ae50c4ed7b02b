import { randomUUID } from 'node:crypto';
import type { Text } from '@kyzmat/web';
import type { EMail } from './e-mail.ts';
import type { SendMessage } from './e-message.ts';

/** Where somebody can be told something. */
interface Reachable {
  readonly phone?: string | undefined;
  readonly email?: readonly (string | undefined)[];
  readonly language: 'ky' | 'ru' | 'en';
}
export interface News {
  readonly title: Text;
  readonly body: Text;
}

export interface Tell {
  /** By every channel there is. @throws Unavailable when one of them failed: for news that must arrive before anything goes on. */
  surely(whom: Reachable, news: News): Promise<void>;
  /** By every channel, as far as they work now: for news of what has happened already. */
  (whom: Reachable, news: News): Promise<void>;
}

type Sent = { readonly channel: string; readonly done: Promise<void> };

export function telling(sendMessage: SendMessage, mail: EMail, warn: (channel: string) => void): Tell {
  const send = ({ phone, email = [], language }: Reachable, { title, body }: News): Sent[] => {
    const text = `Кызмат: ${body[language === 'ky' ? 'ky' : 'ru']}`;
    const letters = [...new Set(email)].flatMap((to) => (to === undefined || to === '' ? [] : [to]));
    return [
      ...(phone === undefined
        ? []
        : [{ channel: 'e-message', done: sendMessage({ id: randomUUID(), to: phone, text }) }]),
      ...letters.map((to) => ({ channel: 'e-mail', done: mail.send({ to, language, title, body }) })),
    ];
  };
  const softly = async (whom: Reachable, news: News): Promise<void> => {
    const sent = send(whom, news).map(({ channel, done }) => done.catch(() => warn(channel)));
    await Promise.all(sent);
  };
  return Object.assign(softly, {
    async surely(whom: Reachable, news: News) {
      await Promise.all(send(whom, news).map(({ done }) => done));
    },
  });
}
