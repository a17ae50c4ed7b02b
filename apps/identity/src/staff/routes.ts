import type { IdentityApi } from '@kyzmat/contracts';
import { notFound, permit } from '@kyzmat/http';
import { created, noContent, type ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Sessions } from '../sessions/sessions.ts';
import type { OidcStore } from '../oidc/adapter.ts';
import { staffAccountOf } from '../oidc/accounts.ts';
import { mayLookUp } from './look-up.ts';
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

  routes.get('/staff', async ({ query, caller }) => {
    if (!mayLookUp(caller, query.providerId).allowed) throw notFound('No such provider.');
    return { staff: (await staff.ofProvider(query.providerId)).map(memberOf) };
  });
  routes.get('/staff-contacts', async ({ query, caller }) => {
    permit(may(caller, 'staff.contacts'));
    return { contacts: (await staff.ofProvider(query.providerId ?? null)).map(contactOf) };
  });
  routes.post('/staff', async ({ caller, body }) => {
    permit(may(caller, 'staff.manage'));
    const account = await staff.put(body);
    // What they may do can have become less: they sign in again.
    await endAllOf(account._id);
    return created(memberOf(account));
  });
  routes.get('/staff/{id}', async ({ params, caller }) => {
    const member = memberOf(await staff.get(params.id));
    if (!mayLookUp(caller, member.providerId).allowed) throw notFound('No such member of staff.');
    return member;
  });
  routes.delete('/staff/{id}', async ({ params, caller }) => {
    permit(may(caller, 'staff.manage'));
    await staff.remove(params.id);
    await endAllOf(params.id);
    return noContent;
  });
  // Signing out everywhere: the member of staff, or the operator for them.
  routes.delete('/staff/{id}/sessions', async ({ caller, params }) => {
    const own = caller.role !== 'user' && caller.role !== 'system' && caller.actor === params.id;
    if (!own && !may(caller, 'staff.manage').allowed) throw notFound('No such member of staff.');
    await endAllOf(params.id);
    return noContent;
  });
}
