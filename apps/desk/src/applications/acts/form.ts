import { addressParts } from '@kyzmat/forms';
import {
  errorList,
  fieldViews,
  type FieldDefinition,
  type FieldError,
  type FieldView,
  one,
  several,
  type Fields,
} from '@kyzmat/web';
import type { ActFacts, Mend } from './act.ts';

interface ActForm {
  readonly fields: readonly FieldView[];
  readonly errors: readonly { readonly error: FieldError; readonly href: string }[];
}

/** The fields of an act with what was typed and what is wrong with it, and the summary of the errors. */
export function actForm(
  fields: readonly FieldDefinition[],
  posted: Fields,
  errors: readonly Mend[],
  { service }: ActFacts,
): ActForm {
  const { decisionForm } = service;
  const { values } = decisionForm.parsePage('decision', rawOf(posted));
  const own = new Set(service.definition.result.decisionFields.map(({ id }) => id));
  const asked = new Set(decisionForm.visibleFields(values).map(({ address }) => address));
  const views = fieldViews({
    fields,
    errors,
    addressLabels: addressParts,
    typed: (address) =>
      own.has(rootOf(address)) ? decisionForm.typed(address, values) : typedIn(fields, posted, address),
    shown: (address) => !own.has(address) || asked.has(address),
  });
  const known = errorList(views);
  const above = errors.filter(({ field }) => field === '').map((error) => ({ error, href: '#act' }));
  return { fields: views, errors: [...above, ...known] };
}

/** A form's inputs as the reader of definitions takes them. */
export function rawOf(posted: Fields): Record<string, string | string[]> {
  const { _csrf, version, known, signerId, ...raw } = posted;
  return raw;
}

function rootOf(address: string): string {
  return address.split(/[.[]/)[0] ?? address;
}

function typedIn(
  fields: readonly FieldDefinition[],
  posted: Fields,
  address: string,
): FieldView['value'] | undefined {
  const type = fields.find(({ id }) => id === address)?.type;
  if (type === 'several') return several(posted, address);
  if (type !== 'date') return one(posted, address);
  const part = (name: string): string => one(posted, `${address}.${name}`);
  return { day: part('day'), month: part('month'), year: part('year') };
}
