import type { Fault } from '../fields/handler.ts';
import type { FieldError } from '../types.ts';

/** A fault with the address of its field, or of the one input of it that is wrong. */
export function errorAt(address: string, { code, what, mend, part }: Fault): FieldError {
  return { field: part === undefined ? address : `${address}.${part}`, code, what, mend };
}
