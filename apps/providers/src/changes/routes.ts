import type { Caller } from '@kyzmat/auth';
import type { ProvidersApi } from '@kyzmat/contracts';
import { forbidden } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { only } from '../only.ts';
import type { Changes } from './store.ts';

export function changeRoutes(routes: ContractRoutes<ProvidersApi>, changes: Changes): void {
  routes.get('/service-changes', async ({ caller }) => ({ changes: await changes.list(seenBy(caller)) }));
  routes.post('/service-changes', async ({ caller, body }) =>
    created(await changes.submit(body.definition, caller)),
  );
  routes.get('/service-changes/{id}', async ({ caller, params }) => {
    const { change, definition } = await changes.get(params.id, seenBy(caller));
    return { change, definition: { ...definition } };
  });
  routes.post('/service-changes/{id}/approval', ({ caller, params }) =>
    changes.agree(params.id, only(caller, 'service.agree')),
  );
  routes.post('/service-changes/{id}/publication', ({ caller, params }) =>
    changes.publish(params.id, only(caller, 'service.publish')),
  );
  routes.post('/service-changes/{id}/refusal', ({ caller, params, body }) => {
    const owner = caller.role === 'owner';
    const decidedBy = only(caller, owner ? 'service.agree' : 'service.publish');
    return changes.refuse(params.id, { decidedBy, decidedAs: owner ? 'owner' : 'operator' }, body.reason);
  });
}

/** C22-3b: a provider sees its own; operator and owner see all, for both decide (P573-17c). */
function seenBy({ role, provider }: Caller): string | undefined {
  if (role === 'operator' || role === 'owner') return undefined;
  if (provider === undefined) throw forbidden('staff_only', 'For the operator and providers.');
  return provider;
}
