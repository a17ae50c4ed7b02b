import type { FieldError } from '@kyzmat/forms';
import { one, postedFields, type Fields } from '@kyzmat/web';
import type { Express, Response } from 'express';
import type { Site } from '../../../site/site.ts';
import { addressOf, base, give, isConflict, versionIn, type Asking } from '../command.ts';
import { loadApplication, type ApplicationView } from '../load.ts';

interface Told {
  readonly errors?: readonly FieldError[];
  readonly changed?: boolean;
  readonly refilled?: boolean;
}

/** How the person can be reached about an open application; what was signed stays as it is. */
export function contactRoutes(web: Express, site: Site): void {
  const { pages, kept } = site;

  web.get(`${base}/contacts`, async (request, response) => {
    const application = await loadApplication(site, request, response);
    const again = await kept.take(request, response);
    show(response, application, again ?? typedFirst(application), { refilled: again !== undefined });
  });

  web.post(`${base}/contacts`, async (request: Asking, response) => {
    const posted = postedFields(request.body);
    const { contacts, errors } = readContacts(posted);
    if (errors.length > 0) {
      show(response, await loadApplication(site, request, response), posted, { errors }, 422);
      return;
    }
    try {
      await give(site, request, versionIn(posted), { type: 'correct_contacts', contacts });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const application = await loadApplication(site, request, response);
      if (!isTaken(application, contacts) && application.actions.includes('correct_contacts')) {
        show(response, application, posted, { changed: true }, 409);
        return;
      }
    }
    response.redirect(303, addressOf(request.params));
  });

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
  return /^\+[1-9]\d{8,14}$/u.test(number) ? number : undefined;
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
