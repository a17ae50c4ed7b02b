import type { IdentityApi } from '@kyzmat/contracts';
import { forbidden, Problem } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import type { Codes } from '../codes/codes.ts';
import { mustBeOwn } from '../consents/routes.ts';
import type { EMail } from '../e-mail.ts';
import type { Persons } from '../persons/store.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import type { Tell } from '../tell.ts';

const codesAllowed = 10;

/**
 * Where notices go is changed with a code that proves the new address; the old one is told. An address for a single
 * application is proved in the same way and changes nothing of the account (P573-14e). Codes for signing go on to
 * the telephone that ESI or the registration vouches for: that is not in the hands of who took over a browser.
 */
export function contactRoutes(
  routes: ContractRoutes<IdentityApi>,
  parts: {
    readonly persons: Persons;
    readonly codes: Codes;
    readonly throttle: Throttle;
    readonly mail: EMail;
    readonly tell: Tell;
  },
): void {
  const { persons, codes, throttle, mail, tell } = parts;

  routes.post('/persons/{id}/contact-changes', async ({ caller, params, body }) => {
    mustBeOwn(caller, params.id);
    await mayHaveCode(params.id);
    const { language } = (await persons.get(params.id)).contact;
    const sent =
      'phone' in body
        ? await codes.send({
            person: params.id,
            to: body.phone,
            purpose: purposeOf('phone', body.use, body.phone),
            text: codeText,
          })
        : await codes.send(
            {
              person: params.id,
              to: emailOf(body.email),
              purpose: purposeOf('email', body.use, body.email),
              text: codeText,
            },
            ({ to, text }) => mail.send({ to, language, title: letterTitle, body: { ky: text, ru: text } }),
          );
    return created({ id: sent.id, sentTo: sent.sentTo, expiresAt: sent.expiresAt.toISOString() });
  });

  routes.post('/persons/{id}/contact-changes/{changeId}/confirm', async ({ caller, params, body }) => {
    mustBeOwn(caller, params.id);
    const { purpose } = await codes.redeem(params.changeId, params.id, body.code);
    const [, use, kind, address = ''] = /^(account|application)-(phone|email):(.*)$/su.exec(purpose) ?? [];
    if (kind !== 'phone' && kind !== 'email') throw forbidden('other_purpose');
    await throttle.clear(`contact:${params.id}`);
    const { contact: before } = await persons.get(params.id);
    if (use === 'application') {
      await tell({ phone: before.phone, language: before.language }, news.other);
      return (await persons.proved(params.id, address)).contact;
    }
    const { contact } = await persons.changeContact(params.id, { [kind]: address });
    const { language } = before;
    if (kind === 'phone' && before.phone !== address)
      await tell({ phone: before.phone, language }, news.phone);
    if (kind === 'email' && before.email !== address)
      await tell({ email: [before.email], language }, news.email);
    return contact;
  });

  async function mayHaveCode(person: string): Promise<void> {
    try {
      await throttle.count(`contact:${person}`, codesAllowed);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 429) throw error;
      throw new Problem(429, 'too_many_codes', undefined, { message: tooMany });
    }
  }
}

/** What the code is bound to: the address, and whether it becomes the account's own. */
function purposeOf(
  kind: 'phone' | 'email',
  use: 'account' | 'application' = 'account',
  address: string,
): string {
  return `${use}-${kind}:${address}`;
}

function emailOf(typed: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(typed)) return typed;
  const message = {
    ky: 'Электрондук дарек толук эмес.',
    ru: 'Адрес электронной почты неполный.',
    en: 'The e-mail address is not complete.',
  };
  throw new Problem(422, 'wrong_email', undefined, { message });
}

const codeText =
  'Кызмат: дарегиңизди ырастоо коду / код подтверждения адреса — {code}. 5 мүнөт / минут. Аны эч кимге айтпаңыз / никому не сообщайте.';
const letterTitle = { ky: 'Дарегиңизди ырастоо коду', ru: 'Код подтверждения адреса' };
const tooMany = {
  ky: 'Өтө көп код суралды. Чейрек сааттан кийин кайра сураңыз.',
  ru: 'Запрошено слишком много кодов. Попробуйте снова через четверть часа.',
  en: 'Too many codes were asked for. Try again in a quarter of an hour.',
};
const news = {
  other: {
    title: { ky: 'Арызыңыз үчүн башка дарек ырасталды', ru: 'Для заявления подтверждён другой адрес' },
    body: {
      ky: 'Арызыңыз боюнча байланыш үчүн башка телефон же электрондук дарек ырасталды. Сиз болбосоңуз, «Жөндөөлөр» барагынан бардык жерден чыгып, сырсөзүңүздү алмаштырыңыз.',
      ru: 'Для связи по вашему заявлению подтверждён другой телефон или адрес почты. Если это не вы, выйдите отовсюду на странице «Настройки» и смените пароль.',
    },
  },
  phone: {
    title: { ky: 'Байланыш телефону өзгөрдү', ru: 'Изменён телефон для связи' },
    body: {
      ky: 'Кабинетиңиздеги байланыш телефону башкага алмаштырылды. Сиз болбосоңуз, «Жөндөөлөр» барагынан бардык жерден чыгып, сырсөзүңүздү алмаштырыңыз.',
      ru: 'Телефон для связи в вашем кабинете заменён. Если это не вы, выйдите отовсюду на странице «Настройки» и смените пароль.',
    },
  },
  email: {
    title: { ky: 'Электрондук дарек өзгөрдү', ru: 'Изменён адрес электронной почты' },
    body: {
      ky: 'Кабинетиңиздеги электрондук дарек башкага алмаштырылды. Сиз болбосоңуз, «Жөндөөлөр» барагынан бардык жерден чыгып, сырсөзүңүздү алмаштырыңыз.',
      ru: 'Адрес почты в вашем кабинете заменён. Если это не вы, выйдите отовсюду на странице «Настройки» и смените пароль.',
    },
  },
};
