import type { CommonConfig } from '@kyzmat/kit';
import type { EMail } from '../e-mail.ts';
import type { Credential } from '../passwords/credentials.ts';
import type { Persons } from '../persons/store.ts';
import type { Tell } from '../tell.ts';
import { linkLetter, startedNews } from './news.ts';
import type { Recoveries, Recovery } from './recoveries.ts';

export interface LinkParts {
  readonly config: Pick<CommonConfig, 'identity'>;
  readonly persons: Persons;
  readonly recoveries: Recoveries;
  readonly mail: EMail;
  readonly tell: Tell;
}

/** The second way: a link by e-mail that works after a day. Gives the moment from which it does. */
export async function sendLink(
  { config, persons, recoveries, mail, tell }: LinkParts,
  recovery: Recovery,
  { _id, phone, email }: Credential & { readonly email: string },
): Promise<string> {
  const waiting = await recoveries.wait(recovery, _id);
  if (waiting === undefined) return recovery.readyAt ?? '';
  const { contact } = await persons.get(_id);
  const addresses = {
    link: `${config.identity}/recovery/${waiting.link}`,
    stop: `${config.identity}/recovery/stop/${waiting.stop}`,
    readyAt: waiting.readyAt,
  };
  // Both have to arrive: the day is there so that the owner hears of it.
  await tell.surely({ phone, email: [contact.email], language: contact.language }, startedNews(addresses));
  await mail.send({ to: email, language: contact.language, ...linkLetter(addresses) });
  return waiting.readyAt;
}
