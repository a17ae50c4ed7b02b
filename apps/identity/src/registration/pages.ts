import { instant, type Clock } from '@kyzmat/clock';
import type { Answers, FieldError } from '@kyzmat/forms';
import { errorList, fieldViews, frameOf, postedFields, type Pages } from '@kyzmat/web';
import type { Express, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import type { Codes } from '../codes/codes.ts';
import { refusalOf, refusedAt } from '../codes/mends.ts';
import { hashPassword } from '../passwords/password.ts';
import { citizenInteraction, posted } from '../sign-in/interaction.ts';
import type { Steps } from '../sign-in/steps.ts';
import { openOwnCabinet, type CabinetParts } from './cabinet.ts';
import { registrationForm } from './form.ts';
import { readRegistration } from './read.ts';
import type { Registration, Registrations } from './registrations.ts';

export interface RegistrationPages extends CabinetParts {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly registrations: Registrations;
  readonly codes: Codes;
  readonly steps: Steps;
  readonly clock: Clock;
}

const mostFromAddress = 30;
const fields = registrationForm.definition.pages.flatMap((page) => page.fields);

/**
 * Registration on the portal's own route (P573-14d): the page, the proof of the phone, and back to the sign-in. Every
 * page is the same whether the PIN has a cabinet or not: a stranger learns nothing of it.
 */
export function registrationPages(web: Express, parts: RegistrationPages): void {
  const { provider, pages, registrations, codes, steps, throttle, clock } = parts;

  web.get('/interaction/:uid/register', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'register');
    const before = step && (await registrations.find(step.registration));
    show(response, id, before?.answers ?? {}, []);
  });

  web.post('/interaction/:uid/register', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const password = posted(request, 'password');
    const read = readRegistration(postedFields(request.body), password, instant(clock));
    if (read.details === undefined) {
      show(response, id, read.answers, read.errors);
      return;
    }
    await throttle.count(`register:${request.ip ?? ''}`, mostFromAddress);
    const registration = await registrations.add({
      answers: read.answers,
      details: read.details,
      passwordHash: await hashPassword(password),
      language: frameOf(response).lang === 'ky' ? 'ky' : 'ru',
    });
    await askCode(id, registration);
    response.redirect(303, `/interaction/${id}/register/code`);
  });

  web.get('/interaction/:uid/register/code', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'register');
    if (step === undefined) response.redirect(303, `/interaction/${id}/register`);
    else pages.render(response, 'registration/code.njk', { uid: id, sentTo: step.sentTo });
  });

  web.post('/interaction/:uid/register/again', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'register');
    const registration = step && (await registrations.find(step.registration));
    if (registration !== undefined) await askCode(id, registration);
    response.redirect(303, `/interaction/${id}/register${registration === undefined ? '' : '/code'}`);
  });

  web.post('/interaction/:uid/register/code', async (request, response) => {
    const { id } = await citizenInteraction(provider, request, response);
    const step = await steps.get(id, 'register');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}/register`);
      return;
    }
    const error = await refusalOf(
      codes,
      { id: step.codeId, person: step.registration },
      posted(request, 'code'),
    );
    if (error !== undefined) {
      const view = { uid: id, sentTo: step.sentTo, ...refusedAt('code', error) };
      pages.render(response, 'registration/code.njk', view, 422);
      return;
    }
    const registration = await registrations.take(step.registration);
    const person = registration && (await openOwnCabinet(parts, registration));
    await steps.put(id, {
      kind: 'registered',
      login: registration?.details.pin ?? '',
      at: new Date(),
      ...(person === undefined ? {} : { person }),
    });
    response.redirect(303, `/interaction/${id}`);
  });

  async function askCode(interaction: string, { _id, details }: Registration): Promise<void> {
    await throttle.count(`register:${details.phone}`);
    const { id, sentTo } = await codes.send({
      person: _id,
      to: details.phone,
      purpose: 'register',
      text: 'Кызмат: катталуу коду / код регистрации {code}. 5 мүнөт / минут. Аны эч кимге айтпаңыз / никому не сообщайте.',
    });
    await steps.put(interaction, { kind: 'register', registration: _id, codeId: id, sentTo });
  }

  function show(response: Response, uid: string, answers: Answers, errors: readonly FieldError[]): void {
    const views = fieldViews({ fields, typed: (field) => registrationForm.typed(field, answers), errors });
    const ofPassword = errors.filter(({ field }) => field === 'password');
    const summary = [...errorList(views), ...ofPassword.map((error) => ({ error, href: '#f-password' }))];
    const view = { uid, fields: views, errors: summary, passwordErrors: ofPassword };
    pages.render(response, 'registration/register.njk', view, errors.length === 0 ? 200 : 422);
  }
}
