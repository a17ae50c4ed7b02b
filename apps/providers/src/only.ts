import type { Caller } from '@kyzmat/auth';
import { permit } from '@kyzmat/http';
import { type Action, may } from '@kyzmat/policy';

/** Lets only those on whom the policy grants it (P573-4, P573-43). Gives back who acted, for the record. */
export function only(caller: Caller, action: Action): string {
  permit(may(caller, action));
  return caller.actor;
}
