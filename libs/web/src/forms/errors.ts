import type { FieldError, FieldView } from './types.ts';

/** The id of an input in the page: `children[0].name` is `f-children-0-name`. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[[\].]+/g, '-').replace(/-$/, '')}`;
}

/** All errors of a form in order of the page, each with the address of the input to go to: for `errorSummary`. */
export function errorList(fields: readonly FieldView[]): { error: FieldError; href: string }[] {
  return fields.flatMap((field) => [
    ...field.errors.map((error) => ({ error, href: `#${firstInput(field)}` })),
    ...errorList(field.parts ?? []),
    ...errorList((field.rows ?? []).flatMap((row) => row.fields)),
  ]);
}

/** Where the focus goes for a field of several inputs: the first of them. */
function firstInput(field: FieldView): string {
  if (field.type === 'date') return fieldId(`${field.name}.day`);
  const first = field.type === 'address' ? field.parts?.[0] : field.rows?.[0]?.fields[0];
  return first === undefined ? fieldId(field.name) : firstInput(first);
}
