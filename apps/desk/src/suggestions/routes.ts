import { dataOf } from '@kyzmat/http';
import { asked, frameOf, pickText } from '@kyzmat/web';
import type { Router } from 'express';
import type { Site } from '../site/site.ts';
import { staffIn } from '../staff/staff.ts';

/** P573-36a: what users suggest, without who they are: its own for a provider, all for the operator. */
export function suggestionRoutes(router: Router, { clients, pages }: Site): void {
  router.get('/suggestions', async (request, response) => {
    const { principal } = staffIn(request);
    const before = asked(request.query, 'before');
    const query = before === undefined ? {} : { before };
    const found = dataOf(await clients.applications(principal).GET('/suggestions', { params: { query } }));
    const { lang } = frameOf(response);
    const t = pages.t(lang);
    pages.render(response, 'suggestions/suggestions.njk', {
      suggestions: found.suggestions.map(({ at, serviceTitle, stars, text }) => ({
        at,
        text,
        about: `${pickText(serviceTitle, lang)}, ${t('suggestions.stars', { stars: String(stars) })}`,
      })),
      next:
        found.next === undefined
          ? undefined
          : `/suggestions?${new URLSearchParams({ before: found.next }).toString()}`,
      paged: before !== undefined,
    });
  });
}
