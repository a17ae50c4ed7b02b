import { instant } from '@kyzmat/clock';
import type { Identity } from '@kyzmat/contracts';
import { addressParts, type Answers, type CompiledForm, type FieldError } from '@kyzmat/forms';
import { dataOf } from '@kyzmat/http';
import { errorList, fieldViews, postedFields, several, type Text } from '@kyzmat/web';
import type { Express, Request, Response } from 'express';
import { principalOf, userOf } from '../../auth/user.ts';
import type { Site } from '../../site/site.ts';
import { mendIn } from '../mend.ts';
import { grantForm, organisationForm, page } from './forms.ts';

const home = '/account/powers';

/** Powers of representation: given, received, ended; and the legal entity one heads (P573-8h, P573-15). */
export function powerRoutes(web: Express, { pages, clients, catalogue, kit }: Site): void {
  const identity = (request: Request) => clients.identity(principalOf(request));
  const titles = async (): Promise<ReadonlyMap<string, Text>> =>
    new Map((await catalogue.list()).map(({ code, title }) => [code, title]));

  web.get(home, async (request, response) => {
    const [answer, names] = await Promise.all([identity(request).GET('/powers'), titles()]);
    const { given, received } = dataOf(answer);
    const view = (power: Identity['Power']) => ({ ...power, services: servicesOf(power, names) });
    const { person, act } = userOf(request);
    pages.render(response, 'account/powers/powers.njk', {
      given: given.map(view),
      received: received.map(view),
      ownName: person === act,
    });
  });

  for (const what of ['accept', 'end'] as const) {
    web.post(`${home}/:id/${what}`, async (request, response) => {
      const params = { path: { id: request.params.id } };
      await identity(request).POST(`/powers/{id}/${what}`, { params });
      response.redirect(303, home);
    });
  }

  web.get(`${home}/new`, (_request, response) => showGrant(response, {}, [], []));
  web.post(`${home}/new`, async (request, response) => {
    const posted = postedFields(request.body);
    const services = several(posted, 'services');
    const { answers, errors } = read(grantForm, request);
    const some = answers['scope'] === 'some';
    const all = some && services.length === 0 ? [...errors, noServices] : errors;
    if (all.length > 0) {
      await showGrant(response, answers, services, all);
      return;
    }
    const body = {
      representativePin: textOf(answers, 'representativePin'),
      representativePhone: textOf(answers, 'representativePhone'),
      scope: some ? services : ('all' as const),
      validFrom: textOf(answers, 'validFrom'),
      validUntil: textOf(answers, 'validUntil'),
    };
    try {
      await identity(request).POST('/powers', { body });
      response.redirect(303, home);
    } catch (error) {
      await showGrant(response, answers, services, [refusal(error)]);
    }
  });

  web.get(`${home}/organisation`, (_request, response) => showOrganisation(response, {}, []));
  web.post(`${home}/organisation`, async (request, response) => {
    const { answers, errors } = read(organisationForm, request);
    if (errors.length > 0) {
      showOrganisation(response, answers, errors);
      return;
    }
    const body = {
      name: textOf(answers, 'name'),
      inn: textOf(answers, 'inn'),
      address: addressOf(answers),
    };
    try {
      await identity(request).POST('/organisations', { body });
      response.redirect(303, home);
    } catch (error) {
      showOrganisation(response, answers, [refusal(error)]);
    }
  });

  async function showGrant(
    response: Response,
    answers: Answers,
    services: readonly string[],
    errors: readonly FieldError[],
  ): Promise<void> {
    const options = [...(await titles())].map(([value, label]) => ({ value, label }));
    const ofServices = errors.filter(({ field }) => field === 'services');
    const view = { ...viewOf(grantForm, answers, errors), options, services, servicesErrors: ofServices };
    const summary = [...view.errors, ...ofServices.map((error) => ({ error, href: '#f-services' }))];
    pages.render(
      response,
      'account/powers/grant.njk',
      { ...view, errors: summary },
      errors.length === 0 ? 200 : 422,
    );
  }

  function showOrganisation(response: Response, answers: Answers, errors: readonly FieldError[]): void {
    const view = viewOf(organisationForm, answers, errors);
    pages.render(response, 'account/powers/organisation.njk', view, errors.length === 0 ? 200 : 422);
  }

  function read(form: CompiledForm, request: Request): { answers: Answers; errors: readonly FieldError[] } {
    const { values: answers } = form.parsePage(page, postedFields(request.body));
    return { answers, errors: form.checkPage(page, answers, { now: instant(kit.clock) }) };
  }
}

function viewOf(form: CompiledForm, answers: Answers, errors: readonly FieldError[]) {
  const fields = fieldViews({
    fields: form.definition.pages.flatMap((each) => each.fields),
    typed: (field) => form.typed(field, answers),
    addressLabels: addressParts,
    errors,
  });
  return { fields, errors: errorList(fields) };
}

function servicesOf(
  { scope }: Identity['Power'],
  names: ReadonlyMap<string, Text>,
): readonly (Text | string)[] | undefined {
  return scope === 'all' ? undefined : scope.map((code) => names.get(code) ?? code);
}

function refusal(error: unknown): FieldError {
  const { field, error: mend } = mendIn(error);
  const both = (text: Text | string): Text => (typeof text === 'string' ? { ky: text, ru: text } : text);
  return { field, code: 'refused', what: both(mend.what), mend: both(mend.mend) };
}

const parts = ['region', 'district', 'settlement', 'street', 'house', 'flat'] as const;
function addressOf(answers: Answers): Identity['Address'] {
  const typed = organisationForm.typed('address', answers);
  const given =
    typeof typed === 'object' && !Array.isArray(typed)
      ? new Map(Object.entries(typed))
      : new Map<string, string>();
  return Object.fromEntries(parts.flatMap((part) => (given.get(part) ? [[part, given.get(part)]] : [])));
}

function textOf(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
}

const noServices: FieldError = {
  field: 'services',
  code: 'required',
  what: { ky: 'Бир да кызмат тандалган жок.', ru: 'Не выбрана ни одна услуга.', en: 'No service is chosen.' },
  mend: {
    ky: 'Кеминде бирди белгилеңиз же «Бардык кызматтар» дегенди тандаңыз.',
    ru: 'Отметьте хотя бы одну или выберите «Для всех услуг».',
    en: 'Choose at least one, or choose “All services”.',
  },
};
