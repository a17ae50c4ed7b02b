import type { Caller } from '@kyzmat/auth';
import { may, type Verdict } from '@kyzmat/policy';

/** Who works at a provider is for itself, for the operator and for our processes; a block hides none of it. */
export function mayLookUp(caller: Caller, providerId: string | null): Verdict {
  return may(caller, 'staff.read', { providerId: providerId ?? undefined, providerBlocked: false });
}
