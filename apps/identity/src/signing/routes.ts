import { instant } from '@kyzmat/clock';
import type { IdentityApi } from '@kyzmat/contracts';
import { forbidden, permit, Problem } from '@kyzmat/http';
import { created, type ContractRoutes, type Kit } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Codes } from '../codes/codes.ts';
import { publicPart, type KeyRing } from '../keys/keys.ts';
import type { Persons } from '../persons/store.ts';
import { mustStand } from '../powers/standing.ts';
import type { Powers } from '../powers/store.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { SignStatement } from './signer.ts';

/**
 * Signing is an act of its own, also for people who came through ESI: a fresh one-time code bound to the hash of the
 * content makes a simple signature.
 */
export function signingRoutes(
  routes: ContractRoutes<IdentityApi>,
  kit: Kit,
  parts: {
    readonly persons: Persons;
    readonly codes: Codes;
    readonly throttle: Throttle;
    readonly sign: SignStatement;
    readonly ring: KeyRing;
    readonly powers: Powers;
  },
): void {
  const { persons, codes, throttle, sign, ring, powers } = parts;

  /** So many codes without a right one in between, and no more go out for a while. */
  async function mayHaveCode(actor: string): Promise<void> {
    try {
      await throttle.count(`signing:${actor}`, codesAllowed);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 429) throw error;
      throw new Problem(429, 'too_many_codes', undefined, { message: tooMany });
    }
  }

  routes.post('/signing-requests', async ({ caller, body }) => {
    permit(may(caller, 'application.sign'));
    const { subject, actor } = caller;
    await mustStand(powers, subject, actor);
    // The code goes to the natural person who acts, also for a legal entity.
    const { contact } = await persons.get(actor);
    if (contact.emessageAddress === undefined) {
      throw new Problem(422, 'no_address_for_code', undefined, { message: noAddress });
    }
    await mayHaveCode(actor);
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
    permit(may(caller, 'application.sign'));
    const { subject, actor } = caller;
    await mustStand(powers, subject, actor);
    const { purpose } = await codes.redeem(params.id, actor, body.code);
    const hash = hashIn(purpose, subject);
    await throttle.clear(`signing:${actor}`);
    return { signature: await sign({ subject, actor, hash, at: instant(kit.clock), level: 'simple' }) };
  });

  routes.get('/signing-keys', async () => ({
    keys: (await ring.keys()).map((key) => ({ ...publicPart(key) })),
  }));
}

const codesAllowed = 20;
const tooMany = {
  ky: 'Өтө көп код суралды. Чейрек сааттан кийин кайра сураңыз; арызыңыз сакталып турат.',
  ru: 'Запрошено слишком много кодов. Попробуйте снова через четверть часа; заявление сохранено.',
  en: 'Too many codes were asked for. Try again in a quarter of an hour; your application is saved.',
};
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

function purposeOf(subject: string, hash: string): string {
  return `sign:${subject}:${hash}`;
}
function hashIn(purpose: string, subject: string): string {
  const [kind, whose, hash] = purpose.split(':');
  if (kind !== 'sign' || whose !== subject || hash === undefined) throw forbidden('other_purpose');
  return hash;
}
