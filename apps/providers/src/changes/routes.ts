import type { Caller } from '@kyzmat/auth';
import type { ProvidersApi } from '@kyzmat/contracts';
import { forbidden } from '@kyzmat/http';
import { created, type ContractRoutes } from '@kyzmat/kit';
import { operatorOnly } from '../operator-only.ts';
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
  routes.post('/service-changes/{id}/publication', ({ caller, params, body }) =>
    changes.publish(params.id, operatorOnly(caller), body.ownerApproval),
  );
  routes.post('/service-changes/{id}/refusal', ({ caller, params, body }) =>
    changes.refuse(params.id, operatorOnly(caller), body.reason),
  );
}

/** C22-3b: a provider sees its own; the operator sees all. */
function seenBy({ role, provider }: Caller): string | undefined {
  if (role === 'operator') return undefined;
  if (provider === undefined) throw forbidden('staff_only', 'For the operator and providers.');
  return provider;
}
