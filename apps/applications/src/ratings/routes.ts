import type { ApplicationsApi } from '@kyzmat/contracts';
import { forbidden, notFound } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { actsForProvider } from '@kyzmat/lifecycle';
import type { Doors } from '../acts/visible.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { suggestionsAPage, type Ratings } from './ratings.ts';

export function ratingRoutes(
  routes: ContractRoutes<ApplicationsApi>,
  { ratings, doors, catalogue }: { ratings: Ratings; doors: Doors; catalogue: Catalogue },
): void {
  routes.put('/applications/{id}/rating', async ({ params, body, caller }) => {
    if (caller.role !== 'user') throw notFound('No such application.');
    const { state } = await doors.see(params.id, caller);
    return ratings.rate(state, body);
  });

  routes.get('/services/{code}/rating', async ({ params }) => {
    const rating = await ratings.ofService(params.code);
    return rating === undefined ? {} : { rating };
  });

  // Whoever improves the service reads what is suggested, and not whose it is.
  routes.get('/suggestions', async ({ query, caller }) => {
    if (caller.role !== 'operator' && !(actsForProvider(caller.role) && caller.provider !== undefined)) {
      throw forbidden('forbidden', 'Suggestions are for providers and the operator.');
    }
    await doors.admit(caller);
    const found = await ratings.suggestions({
      ...(caller.role !== 'operator' && caller.provider !== undefined && { providerId: caller.provider }),
      ...(query.before !== undefined && { before: query.before }),
    });
    const suggestions = await Promise.all(
      found.map(async ({ serviceCode, serviceVersion, providerId, stars, suggestion = '', changedAt }) => {
        const { definition } = await catalogue.version(serviceCode, serviceVersion);
        const serviceTitle = definition.service.title;
        return { at: changedAt, serviceCode, serviceTitle, providerId, stars, text: suggestion };
      }),
    );
    const last = found.length === suggestionsAPage ? found.at(-1) : undefined;
    return { suggestions, ...(last !== undefined && { next: last.changedAt }) };
  });
}
