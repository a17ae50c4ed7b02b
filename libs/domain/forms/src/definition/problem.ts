import type { DefinitionProblem, Text } from '../types.ts';

/** A problem of a definition at a JSON pointer. */
export function problem(place: string, code: string, ky: string, ru: string): DefinitionProblem {
  const reason: Text = { ky, ru };
  return { place, code, reason };
}
