import { Problem } from '@kyzmat/http';
import type { CommandRefusal, RefusalCode } from '@kyzmat/lifecycle';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  forbidden: 403,
  provider_blocked: 403,
  not_in_charge: 403,
  // P573-8e, C22-3b: what is not theirs does not exist for them.
  not_yours: 404,
  unknown_application: 404,
  not_now: 409,
  already_exists: 409,
};

/** The lifecycle's refusal as an answer: its code, its rule, its sentence for people. */
export function refusalProblem({ code, message, ruleId }: CommandRefusal): Problem {
  const status = statuses[code] ?? 422;
  return new Problem(status, code, undefined, { message, ...(ruleId === undefined ? {} : { ruleId }) });
}
