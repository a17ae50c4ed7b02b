import type { Role } from '@kyzmat/lifecycle';

/** P573-12: there are exactly four. Employees act inside a provider and are no participants of their own. */
export const participants = ['user', 'provider', 'operator', 'owner'] as const;
export type Participant = (typeof participants)[number];

const byRole: Readonly<Record<Role, Participant | undefined>> = {
  user: 'user',
  executor: 'provider',
  signer: 'provider',
  provider_head: 'provider',
  provider_system: 'provider',
  operator: 'operator',
  owner: 'owner',
  system: undefined,
};

/** The participant a role belongs to; undefined for the portal's own processes. */
export function participantOf(role: Role): Participant | undefined {
  return byRole[role];
}
