import type { Text } from '../texts/texts.ts';
import { addressParts, type AddressLabels } from './address.ts';
import type { FieldError, FieldType, FieldView, GivenFile } from './types.ts';

/** A field of a form definition, as far as a page needs it. The fields of `@kyzmat/forms` fit as they are. */
export type FieldDefinition = {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
  readonly autofill?: string;
  readonly options?: readonly { readonly id: string; readonly label: Text; readonly hint?: Text }[];
  readonly unit?: Text;
  readonly decimals?: number;
  readonly types?: readonly string[];
  readonly fields?: readonly FieldDefinition[];
  readonly rowLabel?: Text;
  readonly minRows?: number;
  readonly maxRows?: number;
};

export type FieldViewsOptions = {
  readonly fields: readonly FieldDefinition[];
  /** What the inputs of a field hold, by address: `CompiledForm.typed` over the answers. */
  readonly typed: (address: string) => FieldView['value'] | undefined;
  /** Errors of the page, each at the address of its field or part: `home.street`. */
  readonly errors: readonly (FieldError & { readonly field: string })[];
  /** What the inputs of an address are called, by part; needed where a field is one. */
  readonly addressLabels?: AddressLabels;
  /** How many rows a group has now. One if not given. */
  readonly rows?: (address: string) => number;
  /** Whether a conditional field is asked with these answers. Always if not given. */
  readonly shown?: (address: string) => boolean;
  /** Files already given to a field. */
  readonly files?: (address: string) => readonly GivenFile[];
  /** Where a field's first value came from, in words, if it was filled in for the person (P573-27c). */
  readonly source?: (address: string) => Text | undefined;
};

/** What browsers know a person's data by, so that phones can offer it (WCAG 1.3.5). */
const tokens: Readonly<Record<string, string>> = {
  lastName: 'family-name',
  firstName: 'given-name',
  patronymic: 'additional-name',
  birthDate: 'bday',
  phone: 'tel',
  email: 'email',
  'organisation.name': 'organization',
};

/** The fields of a page as `ui.formFields` shows them. */
export function fieldViews(options: FieldViewsOptions): FieldView[] {
  return options.fields.map((field) => fieldView(field, field.id, options));
}

function fieldView(field: FieldDefinition, address: string, options: FieldViewsOptions): FieldView {
  const errorsOf = (at: string) => options.errors.filter((error) => error.field === at);
  const value = options.typed(address);
  const source = options.source?.(address);
  const autocomplete = tokens[field.autofill ?? ''];
  return {
    name: address,
    type: field.type,
    label: field.label,
    required: field.required === true || (field.minRows ?? 0) > 0,
    errors: errorsOf(address),
    hidden: options.shown?.(address) === false,
    ...(field.hint && { hint: field.hint }),
    ...(value !== undefined && { value }),
    ...(source && { source }),
    ...(autocomplete !== undefined && { autocomplete }),
    ...(field.unit && { unit: field.unit }),
    ...(field.decimals !== undefined && field.decimals > 0 && { inputmode: 'decimal' as const }),
    ...(field.types && { accept: field.types }),
    ...(field.options && { options: field.options.map(({ id, ...option }) => ({ value: id, ...option })) }),
    ...(field.type === 'file' && { files: options.files?.(address) ?? [] }),
    ...(field.type === 'address' && {
      parts: addressParts(address, options.addressLabels, partsOf(value), errorsOf),
    }),
    ...(field.type === 'group' && groupOf(field, address, options)),
  };
}

function groupOf(field: FieldDefinition, address: string, options: FieldViewsOptions): Partial<FieldView> {
  const count = options.rows?.(address) ?? 1;
  const rows = Array.from({ length: count }, (_, row) => ({
    ...(field.rowLabel && { legend: field.rowLabel }),
    fields: (field.fields ?? []).map((inner) => fieldView(inner, `${address}[${row}].${inner.id}`, options)),
  }));
  return { rows, canAdd: count < (field.maxRows ?? 10) };
}

function partsOf(value: FieldView['value']): Readonly<Record<string, string>> {
  return typeof value === 'object' && !isList(value) ? value : {};
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
