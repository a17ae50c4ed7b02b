import type { Caller } from '@kyzmat/auth';
import { forbidden } from '@kyzmat/http';

/** P573-4, P573-43: administration is the operator's alone. Gives back who acted, for the record. */
export function operatorOnly(caller: Caller): string {
  if (caller.role !== 'operator')
    throw forbidden('operator_only', 'Only the operator of the portal may do this.');
  return caller.actor;
}
