import type { CommonConfig } from '@kyzmat/kit';
import { frameOf, type Pages } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import { masked, type Codes } from '../codes/codes.ts';
import { refusalOf, refusedAt, wrongCode, type Mend } from '../codes/mends.ts';
import type { Credential } from '../passwords/credentials.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import { citizenInteraction, posted } from '../sign-in/interaction.ts';
import { loginOf } from '../sign-in/login.ts';
import type { Steps } from '../sign-in/steps.ts';
import type { Throttle } from '../sign-in/throttle.ts';
import { recoveryHash, wrongRecoveryCode } from '../totp/recovery-codes.ts';
import { faultFor, renewPassword, type FinishParts } from './finish.ts';
import { sendLink, type LinkParts } from './link.ts';
import type { Recovery } from './recoveries.ts';
import { whenText } from '../when.ts';

export interface RecoveryPages extends FinishParts, LinkParts {
  readonly config: Pick<CommonConfig, 'identity' | 'portal'>;
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly own: OwnRoute;
  readonly codes: Codes;
  readonly steps: Steps;
  readonly throttle: Throttle;
  /** A message could not be sent; the person asks again. */
  readonly warn: (channel: string) => void;
}

const mostFromAddress = 30;
const codeText =
  'Кызмат: кабинетке кирүүнү калыбына келтирүү коду / код восстановления доступа {code}. Сиз сурабасаңыз, эч кимге айтпаңыз / если не запрашивали, никому не сообщайте.';

/** Of an interaction: the proved phone first, then a second thing; a stranger sees the same pages whatever number they give. */
export function recoveryPages(web: Express, parts: RecoveryPages): void {
  const { provider, pages, own, credentials, codes, steps, throttle, recoveries } = parts;

  web.get('/interaction/:uid/recover', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    pages.render(response, 'recovery/begin.njk', { uid: id });
  });

  web.post('/interaction/:uid/recover', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const typed = { pin: posted(request, 'pin'), phone: posted(request, 'phone') };
    const [pin, phone] = [loginOf(typed.pin), loginOf(typed.phone)];
    const wrong = {
      pin: /^\d{14}$/.test(pin) ? [] : [mends.pin],
      phone: phone.startsWith('+') ? [] : [mends.phone],
    };
    const errors = Object.entries(wrong).flatMap(([name, list]) =>
      list.map((error) => ({ error, href: `#f-${name}` })),
    );
    if (errors.length > 0) {
      pages.render(response, 'recovery/begin.njk', { uid: id, ...typed, wrong, errors }, 422);
      return;
    }
    await throttle.count(`recover:${request.ip ?? ''}`, mostFromAddress);
    await throttle.count(`recover:${pin}`);
    const credential = await matching(pin, phone);
    const recovery = await recoveries.begin(credential?._id, undefined);
    // Not waited for: the time of the answer must not tell whether a message went out.
    if (credential !== undefined) sendCode(recovery, credential).catch(() => parts.warn('e-message'));
    await steps.put(id, { kind: 'recover', recovery });
    response.redirect(303, `/interaction/${id}/recover/code`);
  });

  web.get('/interaction/:uid/recover/code', async (request, response) => {
    const [id, recovery] = await under(request, response, 'asked');
    if (recovery === undefined) response.redirect(303, `/interaction/${id}/recover`);
    else pages.render(response, 'recovery/code.njk', { uid: id });
  });

  web.post('/interaction/:uid/recover/code', async (request, response) => {
    const [id, recovery] = await under(request, response, 'asked');
    if (recovery === undefined) {
      response.redirect(303, `/interaction/${id}/recover`);
      return;
    }
    await throttle.count(`recover-code:${recovery._id}`);
    const { codeId, person } = recovery;
    const error =
      codeId === undefined || person === undefined
        ? wrongCode
        : await refusalOf(codes, { id: codeId, person }, posted(request, 'code'));
    if (error === undefined && (await recoveries.move(recovery._id, 'asked', 'proved'))) {
      response.redirect(303, `/interaction/${id}/recover/second`);
      return;
    }
    refuse(response, 'code', { uid: id }, 'code', error ?? wrongCode);
  });

  web.get('/interaction/:uid/recover/second', async (request, response) => {
    const [id, recovery] = await under(request, response, 'proved');
    const credential = recovery?.person === undefined ? undefined : await credentials.find(recovery.person);
    if (credential === undefined) response.redirect(303, `/interaction/${id}/recover`);
    else pages.render(response, 'recovery/second.njk', { uid: id, ...secondView(credential) });
  });

  web.post('/interaction/:uid/recover/second', async (request, response) => {
    const [id, recovery] = await under(request, response, 'proved');
    const credential = recovery?.person === undefined ? undefined : await credentials.find(recovery.person);
    if (recovery === undefined || credential === undefined) {
      response.redirect(303, `/interaction/${id}/recover`);
      return;
    }
    if (posted(request, 'way') === 'email' && credential.email !== undefined) {
      const readyAt = await sendLink(parts, recovery, { ...credential, email: credential.email });
      pages.render(response, 'recovery/waiting.njk', {
        sentTo: masked(credential.email),
        readyAt: whenText(readyAt, frameOf(response).lang),
      });
      return;
    }
    await throttle.count(`recovery-code:${credential._id}`);
    const hash = recoveryHash(credential._id, posted(request, 'recoveryCode'));
    const right = await credentials.useRecoveryCode(credential._id, hash);
    if (right && (await recoveries.move(recovery._id, 'proved', 'code'))) {
      response.redirect(303, `/interaction/${id}/recover/password`);
      return;
    }
    refuse(response, 'second', { uid: id, ...secondView(credential) }, 'recoveryCode', wrongRecoveryCode);
  });

  web.get('/interaction/:uid/recover/password', async (request, response) => {
    const [id, recovery] = await under(request, response, 'code');
    if (recovery === undefined) response.redirect(303, `/interaction/${id}/recover`);
    else pages.render(response, 'recovery/password.njk', { uid: id });
  });

  web.post('/interaction/:uid/recover/password', async (request, response) => {
    const [id, recovery] = await under(request, response, 'code');
    if (recovery?.person === undefined) {
      response.redirect(303, `/interaction/${id}/recover`);
      return;
    }
    const password = posted(request, 'password');
    const fault = await faultFor(parts, recovery.person, password);
    if (fault !== undefined) {
      refuse(response, 'password', { uid: id }, 'password', fault);
      return;
    }
    if (await recoveries.move(recovery._id, 'code', 'done'))
      await renewPassword(parts, recovery.person, password);
    await steps.clear(id);
    response.redirect(303, `/interaction/${id}?recovered=yes`);
  });

  async function matching(pin: string, phone: string): Promise<Credential | undefined> {
    const person = await own.byPin(pin);
    const credential = person && (await credentials.find(person._id));
    if (credential?.phone !== phone || (await recoveries.stoppedLately(credential._id))) return undefined;
    return credential;
  }

  async function sendCode(recovery: string, { _id, phone }: Credential): Promise<void> {
    const purpose = `recover:${recovery}`;
    const { id } = await codes.send({ person: _id, to: phone, purpose, text: codeText });
    await recoveries.setCode(recovery, id);
  }

  async function under(
    request: Request<{ uid: string }>,
    response: Response,
    state: Recovery['state'],
  ): Promise<readonly [string, Recovery | undefined]> {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'recover');
    const recovery = step && (await recoveries.find(step.recovery));
    return [id, recovery?.state === state ? recovery : undefined];
  }

  function refuse(response: Response, page: string, view: object, field: string, error: Mend): void {
    pages.render(response, `recovery/${page}.njk`, { ...view, ...refusedAt(field, error) }, 422);
  }
}

function secondView({ email, recoveryCodes }: Credential): object {
  return {
    email: email === undefined ? undefined : masked(email),
    hasCodes: recoveryCodes.length > 0,
  };
}

const mends = {
  pin: {
    what: { ky: 'ПИН 14 сандан турат.', ru: 'ПИН состоит из 14 цифр.', en: 'A PIN has 14 digits.' },
    mend: {
      ky: 'ID-картаңыздан карап жазыңыз.',
      ru: 'Введите его с ID-карты.',
      en: 'Type it from your ID card.',
    },
  },
  phone: {
    what: {
      ky: 'Телефон номери толук эмес.',
      ru: 'Номер телефона неполный.',
      en: 'The telephone number is not whole.',
    },
    mend: {
      ky: '+996 жана тогуз сан жазыңыз.',
      ru: 'Введите +996 и девять цифр.',
      en: 'Type +996 and nine digits.',
    },
  },
} satisfies Record<string, Mend>;
