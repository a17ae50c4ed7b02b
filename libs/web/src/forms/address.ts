import type { Text } from '../texts/texts.ts';
import type { FieldError, FieldView } from './types.ts';

type PartName = 'region' | 'district' | 'settlement' | 'street' | 'house' | 'flat';

/** What the inputs of an address are called: the form's own words, which its messages use as well. */
export type AddressLabels = Readonly<Record<PartName, Text>>;

type Part = { readonly name: PartName; readonly autocomplete: string; readonly required: boolean };

/** The inputs of an address, in the order they are asked. */
const parts: readonly Part[] = [
  { name: 'region', autocomplete: 'address-level1', required: true },
  { name: 'district', autocomplete: 'address-level2', required: true },
  { name: 'settlement', autocomplete: 'address-level3', required: false },
  { name: 'street', autocomplete: 'address-line1', required: true },
  { name: 'house', autocomplete: 'address-line2', required: true },
  { name: 'flat', autocomplete: 'address-line3', required: false },
];

/** The inputs of the address `name` (`home.region` …), with what was typed and the errors of each part. */
export function addressParts(
  name: string,
  labels: AddressLabels | undefined,
  typed: Readonly<Record<string, string>>,
  errorsOf: (address: string) => readonly FieldError[],
): FieldView[] {
  if (labels === undefined) throw new TypeError(`${name} is an address: its parts need labels`);
  return parts.map((part) => ({
    name: `${name}.${part.name}`,
    type: 'text',
    label: labels[part.name],
    required: part.required,
    value: typed[part.name] ?? '',
    autocomplete: part.autocomplete,
    half: part.name === 'house' || part.name === 'flat',
    errors: errorsOf(`${name}.${part.name}`),
  }));
}
