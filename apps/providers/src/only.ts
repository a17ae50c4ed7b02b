import type { Caller } from '@kyzmat/auth';
import { Problem } from '@kyzmat/http';
import { may, type Action } from '@kyzmat/policy';

/** Lets only those on whom the policy grants it (P573-4, P573-43). Gives back who acted, for the record. */
export function only(caller: Caller, action: Action): string {
  const verdict = may(caller, action);
  if (verdict.allowed) return caller.actor;
  throw new Problem(403, verdict.code, 'Not in this role.', { ruleId: verdict.ruleId });
}
