import type { Express, Request, Response } from 'express';
import type { Pages } from '@kyzmat/web';
import type { CurrentProvider } from '../oidc/provider.ts';
import type { Codes } from '../codes/codes.ts';
import { refusalOf, refusedAt, type Mend } from '../codes/mends.ts';
import { isPassword } from '../passwords/password.ts';
import type { Credential } from '../passwords/credentials.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Entrance } from '../sessions/entrance.ts';
import { authenticatorRefusal, type AuthenticatorParts } from './authenticator.ts';
import type { Devices } from './device.ts';
import { citizenInteraction, posted } from './interaction.ts';
import { loginOf } from './login.ts';
import type { Onward } from './onward.ts';
import type { Step, Steps } from './steps.ts';

export interface OwnSignIn extends AuthenticatorParts {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly own: OwnRoute;
  readonly codes: Codes;
  readonly steps: Steps;
  readonly devices: Devices;
  readonly entrance: Entrance;
  readonly onward: Onward;
}

type OwnStep = Extract<Step, { kind: 'own' }>;

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
      const view = { uid: id, login: typed, ...refusedAt('login', wrongPassword) };
      pages.render(response, 'sign-in/citizen.njk', view, 422);
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
    const error = await refusalOfStep(step, posted(request, 'code'));
    if (error === undefined) {
      await goIn(request, response, id, step);
      return;
    }
    await entrance.refused(request, { route: 'own', reason: 'wrong_code', person: step.person });
    const view = { uid: id, sentTo: step.message?.sentTo, ...refusedAt('code', error) };
    pages.render(response, 'sign-in/own-code.njk', view, 422);
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

  function refusalOfStep(step: OwnStep, typed: string): Promise<Mend | undefined> {
    const { message, person } = step;
    return message === undefined
      ? authenticatorRefusal(parts, step, typed)
      : refusalOf(codes, { id: message.codeId, person }, typed);
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
