import type { AddressValue, Answers, Profile, ProfilePath, Value } from '../types.ts';
import type { Model, Node } from './model.ts';
import { isEmpty } from './values.ts';

type Known = string | AddressValue | undefined;

const paths: Readonly<Record<ProfilePath, (profile: Profile) => Known>> = {
  pin: ({ pin }) => pin,
  inn: ({ inn }) => inn,
  lastName: ({ lastName }) => lastName,
  firstName: ({ firstName }) => firstName,
  patronymic: ({ patronymic }) => patronymic,
  birthDate: ({ birthDate }) => birthDate,
  sex: ({ sex }) => sex,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  address: ({ address }) => address,
  'organisation.name': ({ organisation }) => organisation?.name,
  'organisation.inn': ({ organisation }) => organisation?.inn,
  'organisation.address': ({ organisation }) => organisation?.address,
  'organisation.headName': ({ organisation }) => organisation?.headName,
};

/** The value of a field from the profile, when the profile has one that the field can read. */
function valueFor(node: Node, profile: Profile): Value {
  if (node.kind === 'group' || node.field.autofill === undefined) return null;
  const known = paths[node.field.autofill](profile);
  const typed = known === undefined ? undefined : node.handler.typed(known);
  if (typed === undefined) return null;
  const read = node.handler.read(typed, []);
  return 'value' in read ? read.value : null;
}

/**
 * P573-27c: fills what was never asked yet. A field once answered, or seen and left empty, is never touched; a value
 * the field cannot read is left for the person to type.
 */
export function applyAutofill(
  model: Model,
  profile: Profile,
  answers: Answers,
): { answers: Answers; filled: readonly string[] } {
  const found = [...model.nodes]
    .filter(([id]) => !Object.hasOwn(answers, id))
    .map(([id, node]) => [id, valueFor(node, profile)] as const)
    .filter(([, value]) => !isEmpty(value));
  return {
    answers: { ...answers, ...Object.fromEntries(found) },
    filled: found.map(([id]) => id),
  };
}
