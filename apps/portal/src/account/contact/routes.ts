import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields, several, type FieldError } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import { messageOf } from '../../site/problems.ts';
import type { Site } from '../../site/site.ts';
import { phoneOf } from '../phone.ts';

declare module 'express-session' {
  interface SessionData {
    /** A new address that waits for the code sent to it. */
    contactChange: { readonly id: string; readonly sentTo: string };
  }
}

const base = '/account/contact';

/** How a person is reached: which channels beside the cabinet, in which language; new addresses with a code to them. */
export function contactRoutes(web: Express, { pages, clients }: Site): void {
  const identityOf = (request: Request) => clients.identity(principalOf(request));
  const pathOf = (request: Request) => ({ id: userOf(request).person });

  web.get(base, (request, response) => show(request, response));

  web.post(base, async (request, response) => {
    const posted = postedFields(request.body);
    const wanted = several(posted, 'channels');
    const channels = (['emessage', 'email'] as const).filter((channel) => wanted.includes(channel));
    const language = one(posted, 'language') === 'ky' ? 'ky' : 'ru';
    await attempt(request, response, 'channels', async () => {
      const params = { path: pathOf(request) };
      dataOf(
        await identityOf(request).PUT('/persons/{id}/contact', { params, body: { channels, language } }),
      );
      response.redirect(303, base);
    });
  });

  for (const kind of ['email', 'phone'] as const) {
    web.post(`${base}/${kind}`, async (request, response) => {
      const typed = one(postedFields(request.body), kind);
      const body = kind === 'email' ? { email: typed } : { phone: phoneOf(typed) };
      if (kind === 'phone' && !/^\+996\d{9}$/u.test(phoneOf(typed))) {
        await show(request, response, kind, { what: wrongPhone, mend: mendPhone });
        return;
      }
      await attempt(request, response, kind, async () => {
        const params = { path: pathOf(request) };
        const sent = dataOf(
          await identityOf(request).POST('/persons/{id}/contact-changes', { params, body }),
        );
        request.session.contactChange = { id: sent.id, sentTo: sent.sentTo };
        response.redirect(303, `${base}/code`);
      });
    });
  }

  web.get(`${base}/code`, (request, response) => {
    const { contactChange } = request.session;
    if (contactChange === undefined) response.redirect(303, base);
    else pages.render(response, 'account/contact/code.njk', { sentTo: contactChange.sentTo, errors: [] });
  });

  web.post(`${base}/code`, async (request, response) => {
    const { contactChange } = request.session;
    if (contactChange === undefined) {
      response.redirect(303, base);
      return;
    }
    const code = one(postedFields(request.body), 'code').replaceAll(/\D/gu, '');
    const params = { path: { ...pathOf(request), changeId: contactChange.id } };
    try {
      if (code.length !== 6) throw new Problem(422, 'wrong_code', undefined, { message: shortCode });
      const address = '/persons/{id}/contact-changes/{changeId}/confirm';
      dataOf(await identityOf(request).POST(address, { params, body: { code } }));
      delete request.session.contactChange;
      response.redirect(303, base);
    } catch (failed) {
      const what = messageOf(failed);
      if (what === undefined) throw failed;
      const error = { what, mend: mendCode };
      const view = { sentTo: contactChange.sentTo, error, errors: [{ error, href: '#f-code' }] };
      pages.render(response, 'account/contact/code.njk', view, 422);
    }
  });

  /** A refusal with a sentence for people stands at its field. */
  async function attempt(
    request: Request,
    response: Response,
    field: string,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (failed) {
      const what = messageOf(failed);
      if (what === undefined) throw failed;
      await show(request, response, field, { what, mend: mendAddress });
    }
  }

  async function show(request: Request, response: Response, field = '', error?: FieldError): Promise<void> {
    const params = { path: pathOf(request) };
    const contact = dataOf(await identityOf(request).GET('/persons/{id}/contact', { params }));
    const posted = postedFields(request.body);
    const view = {
      contact,
      typed: { email: one(posted, 'email'), phone: one(posted, 'phone') },
      fieldErrors: error === undefined ? {} : { [field]: [error] },
      errors: error === undefined ? [] : [{ error, href: `#f-${field}` }],
    };
    pages.render(response, 'account/contact/contact.njk', view, error === undefined ? 200 : 422);
  }
}

const wrongPhone = {
  ky: 'Телефон номери толук эмес.',
  ru: 'Номер телефона неполный.',
  en: 'The telephone number is not complete.',
};
const mendPhone = {
  ky: 'Тогуз санды жазыңыз, мисалы 0700 123 456.',
  ru: 'Введите девять цифр, например 0700 123 456.',
  en: 'Type nine digits, such as 0700 123 456.',
};
const mendAddress = {
  ky: 'Текшерип, кайра жазыңыз.',
  ru: 'Проверьте и введите ещё раз.',
  en: 'Check it and type it again.',
};
export const shortCode = {
  ky: 'Код алты сандан турат.',
  ru: 'Код состоит из шести цифр.',
  en: 'The code has six digits.',
};
export const mendCode = {
  ky: 'Акыркы билдирүүдөгү алты санды жазыңыз же артка кайтып, жаңы код сураңыз.',
  ru: 'Введите шесть цифр из последнего сообщения или вернитесь и запросите новый код.',
  en: 'Type the six digits of the latest message, or go back and ask for a new code.',
};
