import type { Principal, Role } from '@kyzmat/auth';
import type { Identity } from '@kyzmat/contracts';
import type { Request } from 'express';

/** A request, whatever the parameters of its route. */
type Anywhere = Pick<Request, 'session'>;

/** Who of the staff is at the desk in this request: as identity knows them now, not as they were at the sign-in. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly provider?: string;
  /** In whose name the desk calls other processes. */
  readonly principal: Principal;
}

/** Somebody with several roles acts in the one that reaches furthest; what each may do stands in the lifecycle's graph. */
const byReach = ['operator', 'provider_head', 'executor', 'signer', 'owner'] as const;

export function staffOf(member: Identity['StaffMember']): Staff | undefined {
  const { id, name, roles, providerId } = member;
  const role = byReach.find((each) => roles.includes(each));
  if (role === undefined) return undefined;
  const provider = role === 'operator' || role === 'owner' ? undefined : (providerId ?? undefined);
  return {
    id,
    name,
    roles,
    principal: { subject: id, role, ...(provider !== undefined && { provider }) },
    ...(provider !== undefined && { provider }),
  };
}

const here = new WeakMap<Anywhere, Staff>();

export function setStaff(request: Anywhere, staff: Staff): void {
  here.set(request, staff);
}

/** The member of staff of a request behind `staffOnly`. */
export function staffIn(request: Anywhere): Staff {
  const staff = here.get(request);
  if (staff === undefined) throw new Error('No staff: is this route behind staffOnly?');
  return staff;
}

/** The same for routes behind `providerOnly`. */
export function providerStaffIn(request: Anywhere): Staff & { readonly provider: string } {
  const staff = staffIn(request);
  const { provider } = staff;
  if (provider === undefined) throw new Error('No provider: is this route behind providerOnly?');
  return { ...staff, provider };
}
