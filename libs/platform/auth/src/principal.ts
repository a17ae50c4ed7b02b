/** Every process of the platform, by the name on its tokens. */
export const processNames = [
  'portal',
  'desk',
  'identity',
  'applications',
  'payments',
  'notifications',
  'providers',
  'tunduk',
  'sandbox',
] as const;
export type ProcessName = (typeof processNames)[number];

export const roles = [
  'user',
  'executor',
  'signer',
  'provider_head',
  'provider_system',
  'operator',
  'owner',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** In whose name a call is made. */
export interface Principal {
  /** Whom it is about: a person's id; for a process its own name. */
  readonly subject: string;
  /** Who acts; the subject when left out. */
  readonly actor?: string;
  readonly role: Role;
  /** The provider a provider's role belongs to; no other role has one. */
  readonly provider?: string;
  readonly session?: string;
}

/** A verified principal and the process that vouches for it. */
export interface Caller {
  readonly process: ProcessName;
  readonly subject: string;
  readonly actor: string;
  readonly role: Role;
  readonly provider?: string;
  readonly session?: string;
}

/** The principal of a process that acts by itself: a worker, a consumer, a timer. */
export function systemPrincipal(process: ProcessName): Principal {
  return { subject: process, actor: process, role: 'system' };
}

/** Whom a process has seen at its own door, and may therefore vouch for. Every process may speak for itself. */
const vouches: Readonly<Partial<Record<ProcessName, readonly Role[]>>> = {
  portal: ['user'],
  desk: ['executor', 'signer', 'provider_head', 'operator', 'owner'],
  tunduk: ['provider_system'],
};

const providerRoles: readonly Role[] = ['executor', 'signer', 'provider_head', 'provider_system'];

/** Why `process` may not speak for this principal, or undefined when it may. Deny by default. */
export function whyNot(process: ProcessName, principal: Principal): string | undefined {
  const { subject, actor = subject, role, provider } = principal;
  if (subject === '' || actor === '') return 'subject and actor must be named';
  if (role === 'system') {
    if (actor !== process) return `${process} acts as a system in another's name`;
  } else if (!(vouches[process] ?? []).includes(role)) {
    return `${process} may not vouch for the role ${role}`;
  }
  if (providerRoles.includes(role) !== (provider !== undefined && provider !== '')) {
    return `the role ${role} ${provider === undefined ? 'needs' : 'has no'} provider`;
  }
  return undefined;
}
