import type { Express, Request, Response } from 'express';
import type { Pages } from '@kyzmat/web';
import type Provider from 'oidc-provider';
import type { Codes } from '../codes/codes.ts';
import { mendOf, wrongCode, type Mend } from '../codes/mends.ts';
import type { Seal } from '../keys/sealed.ts';
import { isPassword } from '../passwords/password.ts';
import type { Credential, Credentials } from '../passwords/credentials.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Persons } from '../persons/store.ts';
import type { Entrance } from '../sessions/entrance.ts';
import { stepOf } from '../totp/totp.ts';
import { isRecoveryCode, recoveryHash } from '../totp/recovery-codes.ts';
import type { Tell } from '../tell.ts';
import type { Devices } from './device.ts';
import { citizenInteraction, posted } from './interaction.ts';
import type { Onward } from './onward.ts';
import type { Step, Steps } from './steps.ts';
import type { Throttle } from './throttle.ts';

export interface OwnSignIn {
  readonly provider: Provider;
  readonly pages: Pages;
  readonly own: OwnRoute;
  readonly persons: Persons;
  readonly credentials: Credentials;
  readonly codes: Codes;
  readonly seal: Seal;
  readonly steps: Steps;
  readonly throttle: Throttle;
  readonly devices: Devices;
  readonly entrance: Entrance;
  readonly onward: Onward;
  readonly tell: Tell;
}

/** From one address: a family, an office or a village may share it. */
const mostFromAddress = 100;
/** So long after a registration the phone needs no second code. */
const freshMs = 10 * 60_000;

/**
 * The portal's own route: a simple signature is the password and a code, both, always (P573-8b, P573-14b). The code
 * comes by message, or from the authenticator the person chose.
 */
export function ownSignIn(web: Express, parts: OwnSignIn): void {
  const { provider, pages, credentials, codes, steps, throttle, devices, entrance, onward } = parts;

  web.post('/interaction/:uid/own', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const typed = posted(request, 'login').trim();
    const login = loginOf(typed);
    await throttle.count(`address:${request.ip ?? ''}`, mostFromAddress);
    const credential = await credentialOf(parts, login);
    // An account that does not exist is counted, and takes as long, as one that does.
    const tries = devices.triesName(request, login, credential?._id);
    await throttle.count(tries);
    const right = await isPassword(posted(request, 'password'), credential?.passwordHash);
    if (credential === undefined || !right) {
      const person = credential === undefined ? {} : { person: credential._id };
      await entrance.refused(request, { route: 'own', reason: 'wrong_password', ...person });
      const view = { uid: id, login: typed, errors: [{ error: wrongPassword, href: '#f-login' }] };
      pages.render(response, 'sign-in/citizen.njk', { ...view, fieldErrors: [wrongPassword] }, 422);
      return;
    }
    const registered = await steps.get(id, 'registered');
    const fresh = registered !== undefined && Date.now() - registered.at.getTime() < freshMs;
    if (fresh && registered.person === credential._id && credential.totp === undefined) {
      await goIn(request, response, id, { person: credential._id, tries });
      return;
    }
    await askCode(id, credential, tries);
    response.redirect(303, `/interaction/${id}/own/code`);
  });

  web.get('/interaction/:uid/own/code', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'own');
    if (step === undefined) response.redirect(303, `/interaction/${id}`);
    else pages.render(response, 'sign-in/own-code.njk', { uid: id, sentTo: step.message?.sentTo });
  });

  web.post('/interaction/:uid/own/again', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'own');
    const credential = step && (await credentials.find(step.person));
    if (step?.message === undefined || credential === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    await throttle.count(step.tries);
    await askCode(id, credential, step.tries);
    response.redirect(303, `/interaction/${id}/own/code`);
  });

  web.post('/interaction/:uid/own/code', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'own');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    const error = await refusalOf(step, posted(request, 'code'));
    if (error === undefined) {
      await goIn(request, response, id, step);
      return;
    }
    await entrance.refused(request, { route: 'own', reason: 'wrong_code', person: step.person });
    const view = { uid: id, sentTo: step.message?.sentTo, errors: [{ error, href: '#f-code' }] };
    pages.render(response, 'sign-in/own-code.njk', { ...view, fieldErrors: [error] }, 422);
  });

  async function askCode(interaction: string, credential: Credential, tries: string): Promise<void> {
    const step = { kind: 'own', person: credential._id, tries } as const;
    if (credential.totp !== undefined) {
      await steps.put(interaction, step);
      return;
    }
    const { id, sentTo } = await codes.send({
      person: credential._id,
      to: credential.phone,
      purpose: 'sign-in',
      text: 'Кызмат: кирүү коду / код входа {code}. 5 мүнөт / минут. Аны эч кимге айтпаңыз / никому не сообщайте.',
    });
    await steps.put(interaction, { ...step, message: { codeId: id, sentTo } });
  }

  async function refusalOf(step: Extract<Step, { kind: 'own' }>, typed: string): Promise<Mend | undefined> {
    if (step.message === undefined) return totpRefusal(parts, step, typed);
    try {
      await codes.redeem(step.message.codeId, step.person, typed.replaceAll(/\D/g, ''));
      return undefined;
    } catch (error) {
      return mendOf(error);
    }
  }

  async function goIn(
    request: Request,
    response: Response,
    interaction: string,
    { person, tries }: { readonly person: string; readonly tries: string },
  ): Promise<void> {
    // Only now: with a known password, codes must not be guessed at without end.
    await Promise.all([throttle.clear(tries), throttle.clear(`totp:${tries}`)]);
    devices.remember(request, response, person);
    response.redirect(303, await onward(interaction, { subject: person, actor: person, route: 'own' }));
  }
}

/** The code of the authenticator, each once; or a recovery code, of which the person is told. */
async function totpRefusal(
  { credentials, seal, throttle, tell, persons }: OwnSignIn,
  { person, tries }: { readonly person: string; readonly tries: string },
  typed: string,
): Promise<Mend | undefined> {
  await throttle.count(`totp:${tries}`);
  const credential = await credentials.find(person);
  if (credential?.totp === undefined) return wrongCode;
  if (isRecoveryCode(typed)) {
    if (!(await credentials.useRecoveryCode(person, recoveryHash(person, typed)))) return wrongRecoveryCode;
    const { contact } = await persons.get(person);
    await tell(
      { phone: credential.phone, email: [credential.email, contact.email], language: contact.language },
      recoveryCodeUsed,
    );
    return undefined;
  }
  const step = stepOf(seal.open(credential.totp.sealed), typed.replaceAll(/\s/g, ''), Date.now());
  if (step === undefined) return wrongTotp;
  return (await credentials.useStep(person, step)) ? undefined : usedTotp;
}

async function credentialOf(
  { own, persons, credentials }: OwnSignIn,
  login: string,
): Promise<Credential | undefined> {
  if (login.startsWith('+')) {
    const credential = await credentials.byPhone(login);
    const person = credential && (await persons.find(credential._id));
    return person?.closedAt === undefined && person !== undefined ? credential : undefined;
  }
  const person = await own.byPin(login);
  return person && credentials.find(person._id);
}

/** Fourteen digits are a PIN; nine or twelve a phone, however it is written. */
export function loginOf(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length === 12 && digits.startsWith('996')) return `+${digits}`;
  if (digits.length === 10 && digits.startsWith('0')) return `+996${digits.slice(1)}`;
  return digits.length === 9 ? `+996${digits}` : digits;
}

const wrongPassword: Mend = {
  what: {
    ky: 'Номер же сырсөз туура эмес.',
    ru: 'Номер или пароль не подходит.',
    en: 'The number or the password is not right.',
  },
  mend: {
    ky: 'Экөөнү тең кайра териңиз. Телефонду бир нече адам колдонсо, ПИНди жазыңыз.',
    ru: 'Наберите оба ещё раз. Если телефон общий для нескольких человек, укажите ПИН.',
    en: 'Type both again. If several people share the telephone, give the PIN.',
  },
};
const wrongTotp: Mend = {
  what: wrongCode.what,
  mend: {
    ky: 'Колдонмодо азыр турган алты санды териңиз.',
    ru: 'Наберите шесть цифр, которые приложение показывает сейчас.',
    en: 'Type the six digits the app shows now.',
  },
};
const usedTotp: Mend = {
  what: {
    ky: 'Бул код колдонулган.',
    ru: 'Этот код уже использован.',
    en: 'This code has been used.',
  },
  mend: {
    ky: 'Колдонмодо жаңы код чыкканча бир аз күтүп, ошону териңиз.',
    ru: 'Дождитесь следующего кода в приложении и введите его.',
    en: 'Wait for the next code of the app and type that.',
  },
};
const wrongRecoveryCode: Mend = {
  what: {
    ky: 'Мындай калыбына келтирүү коду жок же колдонулган.',
    ru: 'Такого кода восстановления нет, или он использован.',
    en: 'There is no such recovery code, or it has been used.',
  },
  mend: {
    ky: 'Сакталган коддордун башкасын териңиз.',
    ru: 'Введите другой код из сохранённых.',
    en: 'Type another of the codes you kept.',
  },
};
const recoveryCodeUsed = {
  title: { ky: 'Калыбына келтирүү коду колдонулду', ru: 'Использован код восстановления' },
  body: {
    ky: 'Кабинетиңизге калыбына келтирүү коду менен киришти. Сиз болбосоңуз, ESI аркылуу кирип, сырсөздү алмаштырыңыз жана бардык кирүүлөрдү жабыңыз.',
    ru: 'В ваш кабинет вошли с кодом восстановления. Если это не вы, войдите через ЕСИ, смените пароль и завершите все входы.',
  },
};
