import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { Problem } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Text } from '@kyzmat/web';
import { masked } from '../codes/codes.ts';
import type { Seal } from '../keys/sealed.ts';
import type { Credentials } from '../passwords/credentials.ts';
import { mustBeActor, mustKnow } from '../passwords/routes.ts';
import type { Persons } from '../persons/store.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { Tell } from '../tell.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { newSecret, otpauthUri, stepOf } from './totp.ts';

interface TotpParts {
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly throttle: Throttle;
  readonly seal: Seal;
  readonly tell: Tell;
}

/** A shown secret waits so long for its first code. */
const offeredMs = 30 * 60_000;

/** The authenticator (RFC 6238): offered, never demanded; it counts only once its first code was right. */
export function totpRoutes(routes: ContractRoutes<IdentityApi>, parts: TotpParts): void {
  const { credentials, seal, throttle } = parts;

  routes.post('/persons/{id}/totp', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    const { phone } = await mustKnow(parts, params.id, await credentials.find(params.id), body.password);
    const secret = newSecret();
    await credentials.offerTotp(params.id, seal.seal(secret), new Date());
    return created({ secret, uri: otpauthUri(secret, masked(phone)) });
  });

  routes.post('/persons/{id}/totp/confirm', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    await throttle.count(`totp-confirm:${params.id}`);
    const offered = (await credentials.find(params.id))?.totpOffered;
    if (offered === undefined || Date.now() - offered.at.getTime() > offeredMs) throw problems.beginAgain();
    const step = stepOf(seal.open(offered.sealed), body.code.replaceAll(/\s/g, ''), Date.now());
    if (step === undefined) throw problems.wrongCode();
    const { codes, hashes } = newRecoveryCodes(params.id);
    if (!(await credentials.confirmTotp(params.id, offered.sealed, step, hashes)))
      throw problems.beginAgain();
    await throttle.clear(`totp-confirm:${params.id}`);
    await say(parts, params.id, news.on);
    return shown(codes);
  });

  routes.delete('/persons/{id}/totp', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    await throttle.count(`totp:${params.id}`);
    const totp = (await credentials.find(params.id))?.totp;
    const step = totp && stepOf(seal.open(totp.sealed), body.code.replaceAll(/\s/g, ''), Date.now());
    if (step === undefined || !(await credentials.useStep(params.id, step))) throw problems.wrongCode();
    await credentials.dropTotp(params.id);
    await say(parts, params.id, news.off);
    return noContent;
  });

  routes.post('/persons/{id}/recovery-codes', async ({ caller, params, body }) => {
    mustBeActor(caller, params.id);
    await mustKnow(parts, params.id, await credentials.find(params.id), body.password);
    const { codes, hashes } = newRecoveryCodes(params.id);
    await credentials.setRecoveryCodes(params.id, hashes);
    await say(parts, params.id, news.codes);
    return created(shown(codes));
  });
}

function shown(codes: readonly string[]): Identity['RecoveryCodes'] {
  return { codes: [...codes] };
}

async function say(
  { persons, tell }: TotpParts,
  id: string,
  what: (typeof news)[keyof typeof news],
): Promise<void> {
  const { contact } = await persons.get(id);
  await tell({ phone: contact.emessageAddress, email: [contact.email], language: contact.language }, what);
}

const problems = {
  wrongCode: () =>
    new Problem(422, 'wrong_code', undefined, {
      field: 'code',
      what: {
        ky: 'Код туура эмес же колдонулган.',
        ru: 'Код не подходит или уже использован.',
        en: 'The code is wrong or used.',
      },
      mend: {
        ky: 'Колдонмодогу кийинки кодду күтүп териңиз. Телефондун убактысын текшериңиз.',
        ru: 'Дождитесь следующего кода в приложении и введите его. Проверьте время на телефоне.',
        en: 'Wait for the next code of the app and type it. Check the time of your telephone.',
      },
    }),
  beginAgain: () => new Problem(409, 'totp_begin_again', undefined, { message: again }),
};
const again: Text = {
  ky: 'Бул жашыруун код эскирди. Башынан баштап, жаңысын колдонмого киргизиңиз.',
  ru: 'Этот секрет устарел. Начните заново и введите в приложение новый.',
  en: 'This secret is too old. Begin again and put the new one into the app.',
};
const wasNotYou = {
  ky: 'Сиз болбосоңуз, ESI аркылуу кирип, сырсөздү алмаштырыңыз.',
  ru: 'Если это не вы, войдите через ЕСИ и смените пароль.',
};
const newsOf = (ky: string, ru: string) => ({
  title: { ky: 'Порталга кирүү жөндөөсү өзгөрдү', ru: 'Изменена настройка входа на портал' },
  body: { ky: `${ky} ${wasNotYou.ky}`, ru: `${ru} ${wasNotYou.ru}` },
});
const news = {
  on: newsOf('Кирүү коддору эми колдонмодон сурала баштады.', 'Теперь при входе нужен код из приложения.'),
  off: newsOf('Кирүү коддору кайра билдирүү менен келет.', 'Коды для входа снова приходят сообщением.'),
  codes: newsOf(
    'Жаңы калыбына келтирүү коддору берилди, мурункулары иштебейт.',
    'Выданы новые коды восстановления, прежние не действуют.',
  ),
};
