import type { Principal } from '@kyzmat/auth';
import { Problem } from '@kyzmat/http';
import type { ProviderRegister } from '../providers/providers.ts';

/** The principal of a provider's own system, of this call: an employee of the provider when one is named. */
export type CallerOf = (
  xroadClient: string,
  executor?: string,
) => Promise<Principal & { readonly provider: string }>;

/** X-Road-Client names the member, the register says which provider that is and whether it is blocked, at every call. */
export function openCallers(providers: ProviderRegister): CallerOf {
  return async (xroadClient, executor) => {
    const provider = await providers.byMember(decoded(xroadClient));
    if (provider === undefined) {
      throw new Problem(403, 'unknown_member', 'No provider is connected as this member of X-Road.');
    }
    if (provider.standing.blocked) {
      throw new Problem(403, 'provider_blocked', 'The provider is blocked.', { ruleId: 'C22-13b' });
    }
    const { id } = provider;
    return { subject: id, actor: executor ?? id, role: 'provider_system', provider: id };
  };
}

function decoded(member: string): string {
  try {
    return member.split('/').map(decodeURIComponent).join('/');
  } catch {
    return member;
  }
}
