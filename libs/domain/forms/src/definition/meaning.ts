import { isReserved } from '../feel/names.ts';
import type { DefinitionProblem, FormDefinition } from '../types.ts';
import { conditionProblems } from './conditions.ts';
import { fieldProblems } from './fields.ts';
import { problem } from './problem.ts';
import { type Standing, standings } from './scope.ts';

function repeated(
  entries: readonly { readonly id: string; readonly place: string }[],
  code: string,
): DefinitionProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, place }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problem(place, code, `«${id}» экинчи жолу колдонулду.`, `«${id}» уже занят.`)];
  });
}

function idProblems(definition: FormDefinition, fields: readonly Standing[]): DefinitionProblem[] {
  const ids = fields.map(({ field, place }) => ({ id: field.id, place: `${place}/id` }));
  const pages = definition.pages.map(({ id }, i) => ({ id, place: `/pages/${i}/id` }));
  const rules = (definition.rules ?? []).map(({ id }, i) => ({ id, place: `/rules/${i}/id` }));
  const reserved = ids
    .filter(({ id }) => isReserved(id))
    .map(({ id, place }) =>
      problem(place, 'reserved-id', `«${id}» — FEEL тилинин сөзү.`, `«${id}» — слово языка FEEL.`),
    );
  return [
    ...repeated(ids, 'duplicate-id'),
    ...repeated(pages, 'duplicate-id'),
    ...repeated(rules, 'duplicate-id'),
    ...reserved,
  ];
}

/** What a well-shaped definition says wrong: names, references, conditions, limits that contradict each other. */
export function meaningProblems(definition: FormDefinition): DefinitionProblem[] {
  const fields = standings(definition);
  const ids = idProblems(definition, fields);
  // References are only worth reading when every name means one thing.
  if (ids.length > 0) return ids;
  return [...fields.flatMap(fieldProblems), ...conditionProblems(definition, fields)];
}
