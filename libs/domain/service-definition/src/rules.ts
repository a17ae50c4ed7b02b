import type { DefinitionProblem } from '@kyzmat/forms';

import type { ServiceProblem } from './types.ts';

/** Which rule of law asks for which part of a service. The more exact place comes first. */
const rules: readonly (readonly [place: string, rule: string])[] = [
  ['/service/description', 'C22-6a'],
  ['/service/steps', 'C22-6b'],
  ['/service/documents', 'C22-6c'],
  ['/service/price/split', 'C22-6e'],
  ['/service/price', 'C22-6d'],
  ['/service/termBasis', 'P573-37'],
  ['/service/term', 'C22-6f'],
  ['/service/informing', 'C22-6g'],
  ['/service/kind', 'P573-8n'],
  ['/service/stateSecrets', 'P573-50'],
  ['/service/signature', 'P573-28a'],
  ['/service/identity', 'P573-8b'],
  ['/service/appearance', 'P573-29c'],
  ['/service/resultForms', 'P573-33a'],
  ['/service/informationBasis', 'P573-33b'],
  ['/service/informationSource', 'P573-33b'],
  ['/service/refusalGrounds', 'P573-35e'],
  ['/service/appeal', 'P573-38'],
  ['/form', 'P573-45'],
  ['/result', 'P573-45'],
];

/** Puts the rule of law beside a problem, where a rule asks for that part. */
export function withRule(problem: DefinitionProblem): ServiceProblem {
  if (problem.code === 'missing-translation' && !problem.place.endsWith('/en'))
    return { ...problem, rule: 'P573-7' };
  const found = rules.find(([place]) => problem.place.startsWith(place));
  return found === undefined ? problem : { ...problem, rule: found[1] };
}
