import type { CompiledForm } from '@kyzmat/forms';
import { Problem } from '@kyzmat/http';
import type { Allowed } from './inspect.ts';

/** However generous a form is. */
export const hardCap = 20 * 1_048_576;

/** What the file field at this address takes (`photo`, `papers[2].scan`). Throws Problem when there is none. */
export function allowedAt({ definition }: CompiledForm, address: string): Allowed {
  const id = address.replace(/^.*\./u, '');
  const field = definition.pages
    .flatMap(({ fields }) => fields)
    .flatMap((each) => (each.type === 'group' ? each.fields : [each]))
    .find((each) => each.id === id);
  if (field?.type !== 'file') {
    throw new Problem(422, 'not_a_file_field', 'The form has no file field of this name.');
  }
  return { types: field.types, maxBytes: Math.min(field.maxSize, hardCap) };
}
