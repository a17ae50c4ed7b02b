import type { ProvidersApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Catalogue } from './store.ts';

export function catalogueRoutes(routes: ContractRoutes<ProvidersApi>, catalogue: Catalogue): void {
  routes.get('/services', async () => ({ services: await catalogue.list() }));
  routes.post('/services', async ({ caller, body }) => {
    const { service, replayed } = await catalogue.publish(body, only(caller, 'service.publish'));
    return replayed ? service : created(service);
  });
  routes.get('/services/{code}', ({ params }) => catalogue.current(params.code));
  routes.get('/providers/{id}/agreement', ({ params, caller }) => {
    if (caller.provider !== params.id) only(caller, 'provider.connect');
    return catalogue.agreement(params.id);
  });
  routes.get('/services/{code}/versions/{version}', ({ params }) =>
    catalogue.version(params.code, params.version),
  );
}
