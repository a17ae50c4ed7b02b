import type { Actor } from '@kyzmat/lifecycle';
import { rules, type Action, type Rules } from './rules.ts';
import type { DenialCode, Grant, PolicyActor, Resource, Verdict } from './types.ts';

const table: Rules = rules;

/**
 * Whether the actor may do this to that. Denied unless a rule grants it, and a fact that is needed and missing counts
 * against it. Pure; the answer names the rule, so that a refusal can say why and a record by what right.
 */
export function may(actor: PolicyActor, action: Action, resource: Resource = {}): Verdict {
  const grants = table[action];
  const own = grants.filter((grant) => isGrantedTo(grant, actor));
  const verdicts = own.map((grant) => judge(grant, actor, action, resource));
  const forbidden: Verdict = { allowed: false, code: 'forbidden', ruleId: forbiddenBy(grants) };
  return verdicts.find((verdict) => verdict.allowed) ?? verdicts[0] ?? forbidden;
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

function isGrantedTo({ roles, processes }: Grant, { role, process }: PolicyActor): boolean {
  return roles.includes(role) && (processes === undefined || processes.includes(process ?? ''));
}

/** P573-4 where the act is administration, else the closed list of participants. */
function forbiddenBy(grants: readonly Grant[]): string {
  const administration = grants.some(({ roles, whose }) => roles.includes('operator') && whose === 'any');
  return administration ? 'P573-4' : 'P573-12';
}

function judge(grant: Grant, actor: PolicyActor, action: Action, resource: Resource): Verdict {
  const denied = (code: DenialCode, ruleId: string): Verdict => ({ allowed: false, code, ruleId });
  if (grant.whose === 'owner' && actor.subject !== resource.ownerId) return denied('not_yours', 'P573-8e');
  if (grant.whose === 'provider') {
    if (actor.provider === undefined || actor.provider !== resource.providerId)
      return denied('not_yours', 'C22-3b');
    if (resource.providerBlocked === undefined) return denied('standing_unknown', 'C22-13b');
    if (resource.providerBlocked) return denied('provider_blocked', 'C22-13b');
  }
  if (action === 'application.support' && (resource.supportRequest ?? '') === '') {
    return denied('reason_missing', 'C22-3a');
  }
  return { allowed: true, ruleId: grant.ruleId };
}
