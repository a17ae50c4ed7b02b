import type { AddressField, AddressValue, Text, Value } from '../types.ts';
import { fault } from './fault.ts';
import {
  type Fault,
  type Handler,
  isRecord,
  noFaults,
  own,
  partsOf,
  type Read,
  type Said,
} from './handler.ts';
import { cleanLine } from './text.ts';

const parts = ['region', 'district', 'settlement', 'street', 'house', 'flat'] as const;
export type AddressPart = (typeof parts)[number];

/** Labels of the inputs of an address, in the order they are asked. */
export const addressParts: Readonly<Record<AddressPart, Said>> = {
  region: { ky: 'Облус же шаар', ru: 'Область или город', en: 'Region or city' },
  district: { ky: 'Район же шаар', ru: 'Район или город', en: 'District or town' },
  settlement: { ky: 'Айыл, шаарча же кичи район', ru: 'Село, посёлок или микрорайон', en: 'Settlement' },
  street: { ky: 'Көчө', ru: 'Улица', en: 'Street' },
  house: { ky: 'Үй', ru: 'Дом', en: 'House' },
  flat: { ky: 'Батир', ru: 'Квартира', en: 'Flat' },
};

const most = 100;

function missingPart(field: AddressField, part: AddressPart): Fault {
  const name = addressParts[part];
  const what = {
    ky: `«${name.ky}» жазылган эмес.`,
    ru: `не заполнено «${name.ru}».`,
    en: `“${name.en}” is empty.`,
  };
  const mend = {
    ky: `«${name.ky}» деген жерди толтуруңуз.`,
    ru: `Заполните «${name.ru}».`,
    en: `Fill in “${name.en}”.`,
  };
  return fault(field.label, 'address-incomplete', what, mend, part);
}

function longPart(field: AddressField, part: AddressPart): Fault {
  const name = addressParts[part];
  const what = {
    ky: `«${name.ky}» өтө узун.`,
    ru: `«${name.ru}» — слишком длинно.`,
    en: `“${name.en}” is too long.`,
  };
  const mend = {
    ky: `${most} белгиден ашпасын.`,
    ru: `Сократите до ${most} знаков.`,
    en: `Keep it within ${most} characters.`,
  };
  return fault(field.label, 'too-long', what, mend, part);
}

/** A house stands in a region and a district, and either on a street or in a settlement without named streets. */
function checkParts(field: AddressField, address: AddressValue): readonly Fault[] {
  const needed: AddressPart[] = ['region', 'district', 'house'];
  if (address.settlement === undefined && address.street === undefined) needed.push('street');
  const faults = needed.filter((part) => address[part] === undefined).map((part) => missingPart(field, part));
  const long = parts
    .filter((part) => (address[part]?.length ?? 0) > most)
    .map((part) => longPart(field, part));
  return faults.length + long.length === 0 ? noFaults : [...faults, ...long];
}

function readAddress(given: Readonly<Record<string, string>>): Read {
  const value: { -readonly [P in AddressPart]?: string } = {};
  for (const part of parts) {
    const text = cleanLine(own(given, part) ?? '');
    if (text !== '') value[part] = text;
  }
  return { value };
}

function typedAddress(value: Value): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const given: Record<string, string> = {};
  for (const [part, text] of Object.entries(value)) {
    if (typeof text === 'string') given[part] = text;
  }
  return given;
}

function asAddress(value: Value): AddressValue {
  return typedAddress(value) ?? {};
}

const shortNames: Partial<Record<AddressPart, Text>> = {
  house: { ky: 'үй', ru: 'дом', en: 'house' },
  flat: { ky: 'бат.', ru: 'кв.', en: 'flat' },
};

export function addressHandler(field: AddressField): Handler {
  return {
    parts,
    read: (typed) => readAddress(partsOf(typed)),
    typed: typedAddress,
    check: (value) => checkParts(field, asAddress(value)),
    words: (value, lang) => {
      const address = asAddress(value);
      const say = (part: AddressPart): string =>
        [lang === 'en' ? shortNames[part]?.en : shortNames[part]?.[lang], address[part]]
          .filter(Boolean)
          .join(' ');
      return parts
        .filter((part) => address[part] !== undefined)
        .map(say)
        .join(', ');
    },
    feel: (value) => ({ ...emptyAddress, ...asAddress(value) }),
    feelEmpty: null,
    mendEmpty: { ky: 'Даректи толтуруңуз.', ru: 'Впишите адрес.', en: 'Type the address.' },
  };
}

/** FEEL warns of a name that is not there, so every part is. */
const emptyAddress: Readonly<Record<AddressPart, null>> = {
  region: null,
  district: null,
  settlement: null,
  street: null,
  house: null,
  flat: null,
};
