import type { ProvidersApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { operatorOnly } from '../operator-only.ts';
import type { Catalogue } from './store.ts';

export function catalogueRoutes(routes: ContractRoutes<ProvidersApi>, catalogue: Catalogue): void {
  routes.get('/services', async () => ({ services: await catalogue.list() }));
  routes.post('/services', async ({ caller, body }) => {
    const { service, replayed } = await catalogue.publish(body, operatorOnly(caller));
    return replayed ? service : created(service);
  });
  routes.get('/services/{code}', ({ params }) => catalogue.current(params.code));
  routes.get('/providers/{id}/agreement', ({ params, caller }) => {
    if (caller.provider !== params.id) operatorOnly(caller);
    return catalogue.agreement(params.id);
  });
  routes.get('/services/{code}/versions/{version}', ({ params }) =>
    catalogue.version(params.code, params.version),
  );
}
