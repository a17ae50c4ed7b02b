import type { FieldError } from '@kyzmat/forms';
import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields, type Fields } from '@kyzmat/web';
import type { Express, Response } from 'express';
import { mendCode, shortCode } from '../../../account/contact/routes.ts';
import { principalOf, userOf } from '../../../auth/user.ts';
import { messageOf } from '../../../site/problems.ts';
import type { Site } from '../../../site/site.ts';
import { addressOf, base, give, isConflict, versionIn, type Asking } from '../command.ts';
import { loadApplication, type ApplicationView } from '../load.ts';

interface Told {
  readonly errors?: readonly FieldError[];
  readonly changed?: boolean;
  readonly refilled?: boolean;
}

/** A code that went to a new address, and what was typed with it. */
interface Sent {
  readonly change: string;
  readonly sentTo: string;
  readonly field: 'phone' | 'email';
}

/**
 * How the person can be reached about an open application; what was signed stays as it is. A telephone or post box that is
 * new is proved by a code first, one after the other: notices carry personal data.
 */
export function contactRoutes(web: Express, site: Site): void {
  const { pages, kept, clients } = site;

  // Who signs in again in the middle of the codes finds what was typed.
  web.get([`${base}/contacts`, `${base}/contacts/code`], async (request: Asking, response) => {
    const application = await loadApplication(site, request, response);
    const again = await kept.take(request, response);
    show(response, application, again ?? typedFirst(application), { refilled: again !== undefined });
  });

  web.post(`${base}/contacts`, (request: Asking, response) => save(request, response));

  web.post(`${base}/contacts/code`, async (request: Asking, response) => {
    const posted = postedFields(request.body);
    const sent = sentIn(posted);
    try {
      const code = one(posted, 'code').replaceAll(/\D/gu, '');
      if (code.length !== 6) throw new Problem(422, 'wrong_code', undefined, { message: shortCode });
      const params = { path: { id: userOf(request).person, changeId: sent.change } };
      const address = '/persons/{id}/contact-changes/{changeId}/confirm';
      dataOf(await clients.identity(principalOf(request)).POST(address, { params, body: { code } }));
    } catch (failed) {
      const what = messageOf(failed);
      if (what === undefined) throw failed;
      const error = { what, mend: mendCode };
      askCode(response, await loadApplication(site, request, response), posted, sent, error);
      return;
    }
    await save(request, response);
  });

  async function save(request: Asking, response: Response): Promise<void> {
    const posted = postedFields(request.body);
    const { contacts, errors } = readContacts(posted);
    if (errors.length > 0) {
      show(response, await loadApplication(site, request, response), posted, { errors }, 422);
      return;
    }
    try {
      await give(site, request, versionIn(posted), { type: 'correct_contacts', contacts });
    } catch (error) {
      const application = await loadApplication(site, request, response);
      const unproved = unprovedIn(error);
      if (unproved !== undefined) {
        await prove(request, response, application, posted, unproved);
        return;
      }
      if (!isConflict(error)) throw error;
      if (!isTaken(application, contacts) && application.actions.includes('correct_contacts')) {
        show(response, application, posted, { changed: true }, 409);
        return;
      }
    }
    response.redirect(303, addressOf(request.params));
  }

  /** Sends the code; where none can be sent, it is said at the field. */
  async function prove(
    request: Asking,
    response: Response,
    application: ApplicationView,
    posted: Fields,
    field: Sent['field'],
  ): Promise<void> {
    const { phone = '', email = '' } = readContacts(posted).contacts;
    const params = { path: { id: userOf(request).person } };
    const body = { ...(field === 'phone' ? { phone } : { email }), use: 'application' as const };
    try {
      const sent = dataOf(
        await clients.identity(principalOf(request)).POST('/persons/{id}/contact-changes', { params, body }),
      );
      askCode(response, application, posted, { change: sent.id, sentTo: sent.sentTo, field });
    } catch (failed) {
      const what = messageOf(failed);
      if (what === undefined) throw failed;
      const { mend } = wrong[field];
      show(response, application, posted, { errors: [{ field, code: 'not_sent', what, mend }] }, 422);
    }
  }

  function askCode(
    response: Response,
    application: ApplicationView,
    posted: Fields,
    sent: Sent,
    error?: Pick<FieldError, 'what' | 'mend'>,
  ): void {
    const view = {
      application,
      base: addressOf(application),
      typed: ['version', 'phone', 'email', 'postal'].map((name) => ({ name, value: one(posted, name) })),
      sent,
      error,
      errors: error === undefined ? [] : [{ error, href: '#f-code' }],
    };
    const status = error === undefined ? 200 : 422;
    pages.render(response, 'cabinet/applications/acts/contacts-code.njk', view, status);
  }

  function show(
    response: Response,
    application: ApplicationView,
    typed: Fields,
    { errors = [], changed = false, refilled = false }: Told,
    status = 200,
  ): void {
    if (!application.actions.includes('correct_contacts')) {
      response.redirect(303, addressOf(application));
      return;
    }
    const field = (name: string) => ({
      name,
      value: one(typed, name),
      errors: errors.filter((error) => error.field === name),
    });
    const view = {
      application,
      base: addressOf(application),
      fields: { phone: field('phone'), email: field('email'), postal: field('postal') },
      errors: errors.map((error) => ({ error, href: `#f-${error.field}` })),
      changed,
      refilled,
    };
    pages.render(response, 'cabinet/applications/acts/contacts.njk', view, status);
  }
}

function sentIn(posted: Fields): Sent {
  const field = one(posted, 'field') === 'email' ? 'email' : 'phone';
  return { change: one(posted, 'change'), sentTo: one(posted, 'sentTo'), field };
}

/** Which address a code has to prove first. */
function unprovedIn(error: unknown): Sent['field'] | undefined {
  if (!(error instanceof Problem) || error.code !== 'contact_not_proved') return undefined;
  return error.extra['field'] === 'email' ? 'email' : 'phone';
}

type Contacts = NonNullable<ApplicationView['contacts']>;

function typedFirst({ contacts = {} }: ApplicationView): Fields {
  const { phone = '', email = '', postal = '' } = contacts;
  return { phone, email, postal };
}

/** Pressed twice: what was asked for is there. */
function isTaken({ contacts }: ApplicationView, wanted: Contacts): boolean {
  return (['phone', 'email', 'postal'] as const).every((way) => contacts?.[way] === wanted[way]);
}

/** Reads the form; a number of Kyrgyzstan may be typed as people write it: 0700 00-00-01. */
function readContacts(posted: Fields): { contacts: Contacts; errors: FieldError[] } {
  const [phone, email, postal] = ['phone', 'email', 'postal'].map((name) => one(posted, name).trim());
  const number = phoneOf(phone ?? '');
  const errors: FieldError[] = [];
  if (number === undefined) errors.push({ field: 'phone', code: 'phone', ...wrong.phone });
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email))
    errors.push({ field: 'email', code: 'email', ...wrong.email });
  if (postal && postal.length > 500) errors.push({ field: 'postal', code: 'long', ...wrong.postal });
  const contacts = {
    ...(number !== undefined && { phone: number }),
    ...(email && { email }),
    ...(postal && { postal }),
  };
  return { contacts, errors };
}

function phoneOf(typed: string): string | undefined {
  const plain = typed.replaceAll(/[\s()-]/gu, '');
  const local = /^0?(\d{9})$/u.exec(plain)?.[1];
  const number = local === undefined ? plain.replace(/^996/u, '+996') : `+996${local}`;
  // Codes and notices go to numbers of the country.
  return /^\+996\d{9}$/u.test(number) ? number : undefined;
}

const wrong = {
  phone: {
    what: {
      ky: 'Телефон номери туура эмес же жазылган эмес.',
      ru: 'Номер телефона не указан или неверный.',
      en: 'The phone number is missing or wrong.',
    },
    mend: {
      ky: 'Номерди мындай жазыңыз: +996 700 000 001.',
      ru: 'Напишите номер так: +996 700 000 001.',
      en: 'Write it like this: +996 700 000 001.',
    },
  },
  email: {
    what: {
      ky: 'Электрондук дарек туура эмес.',
      ru: 'Адрес электронной почты неверный.',
      en: 'The e-mail address is wrong.',
    },
    mend: {
      ky: 'Даректи мындай жазыңыз: aty@example.kg, же бош калтырыңыз.',
      ru: 'Напишите адрес так: imya@example.kg, или оставьте пустым.',
      en: 'Write it like this: name@example.kg, or leave it empty.',
    },
  },
  postal: {
    what: { ky: 'Дарек өтө узун.', ru: 'Адрес слишком длинный.', en: 'The address is too long.' },
    mend: {
      ky: '500 белгиге чейин кыскартыңыз.',
      ru: 'Сократите до 500 знаков.',
      en: 'Shorten it to 500 characters.',
    },
  },
};
