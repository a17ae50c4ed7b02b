import type { Text } from '../texts/texts.ts';
import type { FieldError, FieldView } from './types.ts';

type Part = {
  readonly name: string;
  readonly label: Text;
  readonly autocomplete: string;
  readonly required: boolean;
};

/** The inputs of an address, in the order they are asked. */
const parts: readonly Part[] = [
  {
    name: 'region',
    label: { ky: 'Облус же шаар', ru: 'Область или город', en: 'Region or city' },
    autocomplete: 'address-level1',
    required: true,
  },
  {
    name: 'district',
    label: { ky: 'Район же шаар', ru: 'Район или город', en: 'District or town' },
    autocomplete: 'address-level2',
    required: true,
  },
  {
    name: 'settlement',
    label: { ky: 'Айыл, шаарча же кичи район', ru: 'Село, посёлок или микрорайон', en: 'Settlement' },
    autocomplete: 'address-level3',
    required: false,
  },
  {
    name: 'street',
    label: { ky: 'Көчө', ru: 'Улица', en: 'Street' },
    autocomplete: 'address-line1',
    required: true,
  },
  {
    name: 'house',
    label: { ky: 'Үй', ru: 'Дом', en: 'House' },
    autocomplete: 'address-line2',
    required: true,
  },
  {
    name: 'flat',
    label: { ky: 'Батир', ru: 'Квартира', en: 'Flat' },
    autocomplete: 'address-line3',
    required: false,
  },
];

/** The inputs of the address `name` (`home.region` …), with what was typed and the errors of each part. */
export function addressParts(
  name: string,
  typed: Readonly<Record<string, string>>,
  errorsOf: (address: string) => readonly FieldError[] = () => [],
): FieldView[] {
  return parts.map((part) => ({
    name: `${name}.${part.name}`,
    type: 'text',
    label: part.label,
    required: part.required,
    value: typed[part.name] ?? '',
    autocomplete: part.autocomplete,
    half: part.name === 'house' || part.name === 'flat',
    errors: errorsOf(`${name}.${part.name}`),
  }));
}
