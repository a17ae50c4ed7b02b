import type { Clock } from '@kyzmat/clock';
import type { IdentityApi } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import { noContent, type ContractRoutes } from '@kyzmat/kit';
import type { KeyRing } from '../keys/keys.ts';
import { mustBeApproved } from './approved.ts';
import type { Cabinets } from './cabinet.ts';

/** A person deletes the own cabinet, never somebody else's, and nobody acting for them does. */
export function erasureRoutes(
  routes: ContractRoutes<IdentityApi>,
  parts: { readonly cabinets: Cabinets; readonly ring: KeyRing; readonly clock: Clock },
): void {
  routes.post('/persons/{id}/erasure', async ({ caller, params, body }) => {
    const { role, subject, actor } = caller;
    if (role !== 'user' || subject !== params.id || actor !== params.id) throw notFound('No such person.');
    await mustBeApproved(parts, params.id, body.signature);
    await parts.cabinets.erase(caller, params.id);
    return noContent;
  });
}
