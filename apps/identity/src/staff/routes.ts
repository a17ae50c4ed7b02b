import type { IdentityApi } from '@kyzmat/contracts';
import { forbidden, notFound } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import type { Sessions } from '../sessions/sessions.ts';
import type { OidcStore } from '../oidc/adapter.ts';
import { staffAccountOf } from '../oidc/accounts.ts';
import { contactOf, memberOf, type Staff } from './store.ts';

/** The operator keeps the staff accounts; providers and processes may look up names. */
export function staffRoutes(
  routes: ContractRoutes<IdentityApi>,
  { staff, sessions, oidc }: { readonly staff: Staff; readonly sessions: Sessions; readonly oidc: OidcStore },
): void {
  /** At the next call: the desk asks at each, and no token that is under way is given out any more. */
  const endAllOf = async (id: string): Promise<void> => {
    await Promise.all([sessions.endAllOf(id), oidc.endAllOf(staffAccountOf(id, ''))]);
  };

  const operatorOnly = (role: string): void => {
    if (role !== 'operator') throw forbidden('operator_only', 'Only the operator keeps staff accounts.');
  };
  routes.get('/staff', async ({ query, caller }) => {
    const own =
      caller.role === 'system' || caller.role === 'operator' || caller.provider === query.providerId;
    if (!own) throw notFound('No such provider.');
    return { staff: (await staff.ofProvider(query.providerId)).map(memberOf) };
  });
  routes.get('/staff-contacts', async ({ query, caller }) => {
    if (caller.role !== 'system' || caller.process !== 'notifications') throw forbidden('notifications_only');
    return { contacts: (await staff.ofProvider(query.providerId ?? null)).map(contactOf) };
  });
  routes.post('/staff', async ({ caller, body }) => {
    operatorOnly(caller.role);
    const account = await staff.put(body);
    // What they may do can have become less: they sign in again.
    await endAllOf(account._id);
    return created(memberOf(account));
  });
  routes.get('/staff/{id}', async ({ params, caller }) => {
    const member = memberOf(await staff.get(params.id));
    const own =
      caller.role === 'system' || caller.role === 'operator' || caller.provider === member.providerId;
    if (!own) throw notFound('No such member of staff.');
    return member;
  });
  routes.delete('/staff/{id}', async ({ params, caller }) => {
    operatorOnly(caller.role);
    await staff.remove(params.id);
    await endAllOf(params.id);
    return noContent;
  });
  // Signing out everywhere: the member of staff, or the operator for them.
  routes.delete('/staff/{id}/sessions', async ({ caller, params }) => {
    const own = caller.role !== 'user' && caller.role !== 'system' && caller.actor === params.id;
    if (!own && caller.role !== 'operator') throw notFound('No such member of staff.');
    await endAllOf(params.id);
    return noContent;
  });
}
