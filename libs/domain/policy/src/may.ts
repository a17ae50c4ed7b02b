import { actsForProvider, rolesOf, type Actor } from '@kyzmat/lifecycle';
import { rules, type Action, type Rules } from './rules.ts';
import type { DenialCode, Grant, PolicyActor, Resource, Verdict } from './types.ts';

const table: Rules = rules;

/**
 * Whether the actor may do this to that. Denied unless a rule grants it, and a fact that is needed and missing counts
 * against it. Pure; the answer names the rule, so that a refusal can say why and a record by what right.
 */
export function may(actor: PolicyActor | undefined, action: Action, resource: Resource = {}): Verdict {
  const grants = action === 'application.command' ? commandGrants(resource) : table[action];
  const role = actor?.role ?? 'visitor';
  const own = grants.filter((grant) => grant.roles.includes(role));
  if (own.length === 0) return { allowed: false, code: 'forbidden', ruleId: forbiddenBy(grants) };

  const verdicts = own.map((grant) => judge(grant, actor, action, resource));
  return verdicts.find((verdict) => verdict.allowed) ?? verdicts[0] ?? { allowed: false, code: 'forbidden' };
}

/** The caller as the lifecycle records it: who acted, in which role, in whose name (P573-52). */
export function actorOf({ subject, actor = subject, role, provider }: PolicyActor): Actor {
  return {
    id: actor,
    role,
    ...(actor !== subject && { subjectId: subject }),
    ...(provider !== undefined && { providerId: provider }),
  };
}

/** Roles come from the graph; whose application it must be, from the side the role acts for. */
function commandGrants({ command }: Resource): readonly Grant[] {
  if (command === undefined) return [];
  return [...rolesOf(command)].map((role) => {
    if (role === 'user') return { roles: [role], whose: 'owner', ruleId: 'P573-8e' };
    if (actsForProvider(role)) return { roles: [role], whose: 'provider', ruleId: 'C22-3b' };
    return { roles: [role], whose: 'any', ruleId: 'P573-12' };
  });
}

/** P573-4 where the act is administration, else the closed list of participants. */
function forbiddenBy(grants: readonly Grant[]): string {
  const administration = grants.some(({ roles, whose }) => roles.includes('operator') && whose === 'any');
  return administration ? 'P573-4' : 'P573-12';
}

function judge(grant: Grant, actor: PolicyActor | undefined, action: Action, resource: Resource): Verdict {
  const denied = (code: DenialCode, ruleId: string): Verdict => ({ allowed: false, code, ruleId });
  if (grant.whose === 'owner' && (actor === undefined || actor.subject !== resource.ownerId)) {
    return denied('not_yours', 'P573-8e');
  }
  if (grant.whose === 'provider') {
    if (actor?.provider === undefined || actor.provider !== resource.providerId)
      return denied('not_yours', 'C22-3b');
    if (resource.providerBlocked === undefined) return denied('standing_unknown', 'C22-13b');
    if (resource.providerBlocked) return denied('provider_blocked', 'C22-13b');
  }
  if (action === 'application.support' && (resource.supportRequest ?? '') === '') {
    return denied('reason_missing', 'C22-3a');
  }
  if (action === 'cabinet.open' && !(resource.consents?.terms === true && resource.consents.personalData)) {
    return denied('consent_missing', 'P573-14c');
  }
  return { allowed: true, ruleId: grant.ruleId };
}
