import type { ProvidersApi } from '@kyzmat/contracts';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Works } from './store.ts';

/** P573-19b: everybody may know when works are done; the operator alone announces them. */
export function worksRoutes(routes: ContractRoutes<ProvidersApi>, works: Works): void {
  routes.get('/works', async () => ({ works: await works.list() }));
  routes.post('/works', async ({ caller, body }) =>
    created(await works.announce(body, only(caller, 'works.record'))),
  );
  routes.post('/works/{id}/end', ({ caller, params }) => works.end(params.id, only(caller, 'works.record')));
}
