import type { ProvidersApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Register } from './store.ts';

export function registerRoutes(routes: ContractRoutes<ProvidersApi>, register: Register): void {
  routes.get('/providers', async () => ({ providers: await register.all() }));
  routes.post('/providers', async ({ caller, body }) => {
    only(caller, 'provider.connect');
    const { provider, replayed } = await register.connect(body);
    return replayed ? provider : created(provider);
  });
  routes.get('/providers/{id}', ({ params }) => register.get(params.id));
  routes.get('/members', ({ query }) => register.byMember(query.client));
}
