import { randomBytes } from 'node:crypto';
import { Problem } from '@kyzmat/http';
import { frameOf, smallUpload, UploadTooLarge, type Pages, type Text } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import type { Mend } from '../codes/mends.ts';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Person } from '../persons/person.ts';
import type { Entrance } from '../sessions/entrance.ts';
import { sha256, type VerifiedSignature, type VerifyQualified } from '../signing/qualified.ts';
import { citizenInteraction } from './interaction.ts';
import type { Onward } from './onward.ts';
import type { Steps } from './steps.ts';
import type { Throttle } from './throttle.ts';

export interface CertificateSignIn {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly own: OwnRoute;
  readonly steps: Steps;
  readonly throttle: Throttle;
  readonly entrance: Entrance;
  readonly onward: Onward;
  readonly verify: VerifyQualified;
  readonly portal: string;
  /** Of the demonstration: a page in place of a key carrier. */
  readonly keyCarrier?: string;
}

const livesMs = 5 * 60_000;
const mostFromAddress = 100;

/**
 * P573-8b, P573-14b: a person comes in by signing a challenge with the own qualified certificate. The challenge is a
 * file for this sign-in alone: bound to the browser, good for five minutes, taken out with the first try.
 */
export function certificateSignIn(web: Express, parts: CertificateSignIn): void {
  const { provider, pages, own, steps, throttle, entrance, onward, verify, portal, keyCarrier } = parts;
  const address = '/interaction/:uid/certificate';

  web.get(address, async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    show(response, id);
  });

  web.get(`${address}/challenge`, async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const until = new Date(Date.now() + livesMs);
    const challenge = [
      'Кызмат: кабинетке кирүү / вход в кабинет / sign-in',
      portal,
      until.toISOString(),
      `${id}.${randomBytes(32).toString('base64url')}`,
    ].join('\n');
    await steps.put(id, { kind: 'challenge', challenge, until });
    response.attachment('kyzmat-sign-in.txt').type('application/octet-stream').send(Buffer.from(challenge));
  });

  web.post(address, async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    await throttle.count(`certificate:${request.ip ?? ''}`, mostFromAddress);
    const cms = await signatureIn(request);
    if (cms === undefined) {
      show(response, id, noFile);
      return;
    }
    // Taken out whatever comes of it: what was signed once opens nothing a second time.
    const step = await steps.take(id, 'challenge');
    if (step === undefined || step.until.getTime() < Date.now()) {
      show(response, id, tooOld);
      return;
    }
    const entered = await personBy(step.challenge, cms, response);
    if ('mend' in entered) {
      await entrance.refused(request, { route: 'qualified', reason: 'certificate' });
      show(response, id, entered);
      return;
    }
    const { _id: person } = entered;
    response.redirect(303, await onward(id, { subject: person, actor: person, route: 'qualified' }));
  });

  async function personBy(challenge: string, cms: Uint8Array, response: Response): Promise<Person | Mend> {
    try {
      const signature = await verify(sha256(challenge), cms);
      return await holderOf(own, signature, frameOf(response).lang === 'ky' ? 'ky' : 'ru');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'signature_not_valid') throw error;
      return { what: messageIn(error), mend: mendFile };
    }
  }

  function show(response: Response, uid: string, error?: Mend): void {
    const errors = error === undefined ? [] : [{ error, href: '#f-signature' }];
    const view = { uid, errors, fieldErrors: error === undefined ? [] : [error], keyCarrier };
    pages.render(response, 'sign-in/certificate.njk', view, error === undefined ? 200 : 422);
  }
}

/**
 * Whose certificate it is; somebody new gets a record, and with the consents a cabinet. A cabinet that somebody opened
 * with this number and has not proved to be theirs is not entered so: it could be another person's trap.
 */
async function holderOf(
  own: OwnRoute,
  { signedBy: { pin, commonName } }: VerifiedSignature,
  language: 'ky' | 'ru',
): Promise<Person | Mend> {
  if (pin === '') return noNumber;
  const known = await own.byPin(pin);
  const person =
    known ??
    (await own.open(`pin:${pin}`, {
      profile: { kind: 'natural', displayName: commonName, pin, assurance: 'qualified' },
      contact: { language, channels: [] },
    })) ??
    (await own.byPin(pin));
  if (person === undefined || person.profile.assurance === 'self_asserted') return notProved;
  return person;
}

async function signatureIn(request: Request): Promise<Uint8Array | undefined> {
  try {
    const { signature } = (await smallUpload(request)).files;
    return signature === undefined || signature.length === 0 ? undefined : signature;
  } catch (error) {
    if (error instanceof UploadTooLarge) return undefined;
    throw error;
  }
}

function messageIn({ extra: { message } }: Problem): Text {
  if (typeof message !== 'object' || message === null || !('ky' in message) || !('ru' in message))
    return damaged;
  return {
    ky: String(message.ky),
    ru: String(message.ru),
    ...('en' in message ? { en: String(message.en) } : {}),
  };
}

const mendFile: Text = {
  ky: '1-кадамдагы файлды кайра сактап, өз сертификатыңыз менен кол коюп, .p7s файлын тандаңыз.',
  ru: 'Сохраните файл из шага 1 ещё раз, подпишите его своим сертификатом и выберите файл .p7s.',
  en: 'Save the file of step 1 again, sign it with your own certificate and choose the .p7s file.',
};
const damaged: Text = {
  ky: 'Кол тамга окулган жок.',
  ru: 'Подпись не читается.',
  en: 'The signature cannot be read.',
};
const noFile: Mend = {
  what: {
    ky: 'Кол тамганын файлы тандалган эмес.',
    ru: 'Файл подписи не выбран.',
    en: 'No signature file was chosen.',
  },
  mend: mendFile,
};
const tooOld: Mend = {
  what: {
    ky: 'Бул файл колдонулган же беш мүнөтү өтүп кеткен.',
    ru: 'Этот файл уже использован, или прошло больше пяти минут.',
    en: 'This file has been used, or its five minutes are over.',
  },
  mend: mendFile,
};
const noNumber: Mend = {
  what: {
    ky: 'Сертификатта ПИН жок.',
    ru: 'В сертификате нет ПИН.',
    en: 'The certificate names no PIN.',
  },
  mend: {
    ky: 'Өзүңүзгө берилген сертификат менен кол коюңуз же ESI аркылуу кириңиз.',
    ru: 'Подпишите сертификатом, выданным лично вам, или войдите через ЕСИ.',
    en: 'Sign with a certificate issued to you in person, or sign in through ESI.',
  },
};
const notProved: Mend = {
  what: {
    ky: 'Бул ПИН менен сырсөз аркылуу кабинет ачылган, анын ээси ал номерди азырынча ырастай элек.',
    ru: 'С этим ПИН уже открыт кабинет по паролю, и владелец ещё не подтвердил, что номер его.',
    en: 'A cabinet with this PIN was opened by password, and its owner has not yet proved the number.',
  },
  mend: {
    ky: 'Ал сиздики болсо, сырсөз менен кирип, арызга ушул сертификат менен кол коюңуз. Сиздики болбосо, ESI аркылуу кириңиз: ал кабинет жабылат.',
    ru: 'Если он ваш, войдите по паролю и подпишите заявление этим сертификатом. Если не ваш, войдите через ЕСИ: тот кабинет закроется.',
    en: 'If it is yours, sign in by password and sign an application with this certificate. If not, sign in through ESI: that cabinet will be closed.',
  },
};
