import type { ApplicationsApi } from '@kyzmat/contracts';
import type { ContractRoutes } from '@kyzmat/kit';
import type { Erasures } from './erasures.ts';

export function erasureRoutes(routes: ContractRoutes<ApplicationsApi>, erasures: Erasures): void {
  routes.get('/erasures', async ({ caller }) => {
    const [items, gone] = await Promise.all([erasures.held(caller), erasures.gone(caller)]);
    return { items, gone };
  });

  routes.post('/erasures', async ({ caller, body }) => ({
    erased: [...(await erasures.erase(caller, body.ids, body.signature))],
  }));
}
