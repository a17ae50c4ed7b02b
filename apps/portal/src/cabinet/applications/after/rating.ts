import type { FieldError } from '@kyzmat/forms';
import { dataOf, Problem } from '@kyzmat/http';
import { one, postedFields, type Fields } from '@kyzmat/web';
import type { Express, Response } from 'express';
import { principalOf } from '../../../auth/user.ts';
import { messageOf } from '../../../site/problems.ts';
import type { Site } from '../../../site/site.ts';
import { addressOf, base, type Asking } from '../command.ts';
import { loadApplication, type ApplicationView } from '../load.ts';

const mostLetters = 1000;

/** P573-36a: rating the service and suggesting something. A page beside the road: nothing leads through it (P573-36b). */
export function ratingRoutes(web: Express, site: Site): void {
  const { pages, clients, kept } = site;

  web.get(`${base}/rating`, async (request, response) => {
    const application = await loadApplication(site, request, response);
    const { stars, suggestion = '' } = application.rating?.given ?? {};
    const given: Fields = { stars: stars === undefined ? '' : String(stars), suggestion };
    show(response, application, (await kept.take(request, response)) ?? given, []);
  });

  web.post(`${base}/rating`, async (request: Asking, response) => {
    const posted = postedFields(request.body);
    const stars = Number(one(posted, 'stars'));
    const suggestion = one(posted, 'suggestion').replaceAll('\r\n', '\n').trim();
    const errors = [
      ...(Number.isInteger(stars) && stars >= 1 && stars <= 5 ? [] : [wrongAt('stars', wrong.stars)]),
      ...(suggestion.length > mostLetters ? [wrongAt('suggestion', wrong.long)] : []),
    ];
    if (errors.length > 0) {
      show(response, await loadApplication(site, request, response), posted, errors, 422);
      return;
    }
    const params = { path: { id: request.params.id } };
    const body = { stars, ...(suggestion !== '' && { suggestion }) };
    try {
      dataOf(
        await clients.applications(principalOf(request)).PUT('/applications/{id}/rating', { params, body }),
      );
    } catch (error) {
      const what = messageOf(error);
      if (!(error instanceof Problem) || ![409, 429].includes(error.status) || what === undefined)
        throw error;
    }
    response.redirect(303, `${addressOf(request.params)}/rating`);
  });

  function show(
    response: Response,
    application: ApplicationView,
    typed: Fields,
    errors: readonly FieldError[],
    status = 200,
  ): void {
    if (application.rating === undefined) {
      response.redirect(303, addressOf(application));
      return;
    }
    const at = (name: string) => errors.filter(({ field }) => field === name);
    const view = {
      application,
      base: addressOf(application),
      rating: application.rating,
      stars: { value: one(typed, 'stars'), errors: at('stars') },
      suggestion: { value: one(typed, 'suggestion'), errors: at('suggestion') },
      errors: errors.map((error) => ({ error, href: `#f-${error.field}` })),
    };
    pages.render(response, 'cabinet/applications/after/rating.njk', view, status);
  }
}

function wrongAt(field: string, words: Pick<FieldError, 'what' | 'mend'>): FieldError {
  return { field, code: field, ...words };
}

const wrong = {
  stars: {
    what: { ky: 'Баа тандалган эмес.', ru: 'Оценка не выбрана.', en: 'No rating is chosen.' },
    mend: {
      ky: 'Беш баанын бирин тандаңыз.',
      ru: 'Выберите одну из пяти оценок.',
      en: 'Choose one of the five.',
    },
  },
  long: {
    what: { ky: 'Сунуш өтө узун.', ru: 'Предложение слишком длинное.', en: 'The suggestion is too long.' },
    mend: {
      ky: '1000 белгиге чейин кыскартыңыз.',
      ru: 'Сократите до 1000 знаков.',
      en: 'Shorten it to 1000 characters.',
    },
  },
};
