import type { Situation } from './given.ts';
import { rolesOf } from './graph/graph.ts';
import type { CommandType, RefusalCode, Role } from './types.ts';

const insideProvider: readonly Role[] = ['executor', 'signer', 'provider_head', 'provider_system'];

/** Acts of a provider: they stop at once when it is blocked (C22-13). */
export function actsForProvider(role: Role): boolean {
  return insideProvider.includes(role);
}

/** Why this actor may not give this command on this application at all; undefined when nothing stands against it. */
export function whoRefused(
  command: CommandType,
  { state, context: { actor, provider } }: Situation,
): { code: RefusalCode; ruleId?: string } | undefined {
  if (!rolesOf(command).has(actor.role)) return { code: 'forbidden', ruleId: 'P573-12' };
  if (actor.role === 'user' && (actor.subjectId ?? actor.id) !== state.ownerId) {
    return { code: 'not_yours', ruleId: 'P573-8e' };
  }
  if (!actsForProvider(actor.role)) return undefined;
  if (actor.providerId !== state.providerId) return { code: 'not_yours', ruleId: 'C22-3b' };
  return provider.blocked ? { code: 'provider_blocked', ruleId: 'C22-13b' } : undefined;
}
