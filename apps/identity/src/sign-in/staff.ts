import type { Pages } from '@kyzmat/web';
import type { Express, Response } from 'express';
import type { CurrentProvider } from '../oidc/provider.ts';
import type { Codes } from '../codes/codes.ts';
import { refusalOf, refusedAt, type Mend } from '../codes/mends.ts';
import { staffAccountOf, type FindAccount } from '../oidc/accounts.ts';
import { isPassword } from '../passwords/password.ts';
import type { Staff } from '../staff/store.ts';
import type { Entrance } from '../sessions/entrance.ts';
import { interactionOf, posted } from './interaction.ts';
import type { Steps } from './steps.ts';
import type { Throttle } from './throttle.ts';

export interface StaffSignIn {
  readonly provider: CurrentProvider;
  readonly pages: Pages;
  readonly staff: Staff;
  readonly codes: Codes;
  readonly steps: Steps;
  readonly throttle: Throttle;
  readonly findAccount: FindAccount;
  readonly entrance: Entrance;
}

/** Staff signs in with a password and a one-time code: both, always. */
export function staffSignIn(web: Express, parts: StaffSignIn): void {
  const { provider, pages, staff, codes, steps, throttle, findAccount, entrance } = parts;

  web.post('/interaction/:uid/password', async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    const login = posted(request, 'login').trim().toLowerCase();
    await throttle.count(`login:${login}`);
    const account = await staff.byLogin(login);
    const right = await isPassword(posted(request, 'password'), account?.passwordHash);
    if (account === undefined || !right) {
      const person = account === undefined ? {} : { person: account._id };
      await entrance.refused(request, { route: 'staff', reason: 'wrong_password', ...person });
      refuse(response, 'staff', { uid: id, login }, 'login', wrongPassword);
      return;
    }
    if ((await findAccount(staffAccountOf(account._id, ''))) === undefined) {
      await entrance.refused(request, { route: 'staff', reason: 'provider_blocked', person: account._id });
      refuse(response, 'staff', { uid: id, login }, 'login', blocked);
      return;
    }
    const text = 'Кызмат: кирүү коду / код входа {code}. 5 мүнөт / минут.';
    const sent = await codes.send({ person: account._id, to: account.phone, purpose: 'sign-in', text });
    await steps.put(id, { kind: 'code', staffId: account._id, codeId: sent.id, sentTo: sent.sentTo, login });
    response.redirect(303, `/interaction/${id}/code`);
  });

  web.get('/interaction/:uid/code', async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'code');
    if (step === undefined) response.redirect(303, `/interaction/${id}`);
    else pages.render(response, 'sign-in/code.njk', { uid: id, sentTo: step.sentTo, errors: [] });
  });

  web.post('/interaction/:uid/code', async (request, response) => {
    const { id } = await interactionOf(provider, request, response);
    const step = await steps.get(id, 'code');
    if (step === undefined) {
      response.redirect(303, `/interaction/${id}`);
      return;
    }
    const error = await refusalOf(codes, { id: step.codeId, person: step.staffId }, posted(request, 'code'));
    if (error !== undefined) {
      await entrance.refused(request, { route: 'staff', reason: 'wrong_code', person: step.staffId });
      refuse(response, 'code', { uid: id, sentTo: step.sentTo }, 'code', error);
      return;
    }
    // Only now: with a known password, codes must not be guessed at without end.
    await throttle.clear(`login:${step.login}`);
    await steps.clear(id);
    await entrance.enterStaff(request, response, step.staffId);
  });

  function refuse(
    response: Response,
    page: 'staff' | 'code',
    view: object,
    field: string,
    error: Mend,
  ): void {
    pages.render(response, `sign-in/${page}.njk`, { ...view, ...refusedAt(field, error) }, 422);
  }
}

const wrongPassword: Mend = {
  what: { ky: 'Логин же сырсөз туура эмес', ru: 'Логин или пароль не подходит' },
  mend: {
    ky: 'Экөөнү тең кайра териңиз. Тамгалардын чоң-кичинесин караңыз.',
    ru: 'Наберите оба ещё раз. Проверьте регистр букв.',
  },
};
const blocked: Mend = {
  what: {
    ky: 'Мекемеңиз порталда убактылуу токтотулган',
    ru: 'Доступ вашего учреждения к порталу приостановлен',
  },
  mend: { ky: 'Порталдын операторуна кайрылыңыз.', ru: 'Обратитесь к оператору портала.' },
};
