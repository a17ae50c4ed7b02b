import type { Caller } from '@kyzmat/auth';
import { instant } from '@kyzmat/clock';
import type { IdentityApi } from '@kyzmat/contracts';
import { forbidden, Problem } from '@kyzmat/http';
import { created, type ContractRoutes, type Kit } from '@kyzmat/kit';
import type { JWK } from 'jose';
import type { Codes } from '../codes/codes.ts';
import { publicPart } from '../keys/keys.ts';
import type { Persons } from '../persons/store.ts';
import type { SignStatement } from './signer.ts';

/**
 * Signing is an act of its own, also for people who came through ESI: a fresh one-time code bound to the hash of the
 * content makes a simple signature.
 */
export function signingRoutes(
  routes: ContractRoutes<IdentityApi>,
  kit: Kit,
  {
    persons,
    codes,
    sign,
    keys,
  }: { persons: Persons; codes: Codes; sign: SignStatement; keys: readonly JWK[] },
): void {
  routes.post('/signing-requests', async ({ caller, body }) => {
    const { subject, actor } = userOnly(caller);
    // The code goes to the natural person who acts, also for a legal entity.
    const { contact } = await persons.get(actor);
    if (contact.emessageAddress === undefined) {
      throw new Problem(422, 'no_address_for_code', undefined, { message: noAddress });
    }
    const title = body.title[contact.language];
    const { id, sentTo, expiresAt } = await codes.send({
      person: actor,
      to: contact.emessageAddress,
      purpose: purposeOf(subject, body.contentHash),
      text: messages[contact.language](title),
    });
    return created({ id, sentTo, expiresAt: expiresAt.toISOString() });
  });

  routes.post('/signing-requests/{id}/confirm', async ({ caller, params, body }) => {
    const { subject, actor } = userOnly(caller);
    const { purpose } = await codes.redeem(params.id, actor, body.code);
    const hash = hashIn(purpose, subject);
    return { signature: await sign({ subject, actor, hash, at: instant(kit.clock) }) };
  });

  routes.get('/signing-keys', () => Promise.resolve({ keys: keys.map((key) => ({ ...publicPart(key) })) }));
}

const noAddress = {
  ky: 'Код жибере турган телефон номериңиз жок. ESI маалыматын жаңыртыңыз.',
  ru: 'Нет номера телефона, на который отправить код. Обновите данные в ЕСИ.',
};
const messages = {
  ky: (title: string) =>
    `Кызмат: «${title}» арызына кол коюу коду — {code}. Аны эч кимге айтпаңыз. 5 мүнөт жарактуу.`,
  ru: (title: string) =>
    `Кызмат: код подписи заявления «${title}» — {code}. Никому его не сообщайте. Действует 5 минут.`,
};

function userOnly(caller: Caller): Caller {
  if (caller.role !== 'user') throw forbidden('user_only', 'Only the user signs.');
  return caller;
}

function purposeOf(subject: string, hash: string): string {
  return `sign:${subject}:${hash}`;
}
function hashIn(purpose: string, subject: string): string {
  const [kind, whose, hash] = purpose.split(':');
  if (kind !== 'sign' || whose !== subject || hash === undefined) throw forbidden('other_purpose');
  return hash;
}
