import type { Expression } from '../feel/feel.ts';
import type { Standing } from './scope.ts';

/** More combinations than this are not tried; the condition is then believed. */
const mostTries = 5000;

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
}

/** Every answer a field can have, when they can be counted. */
function domainOf(standing: Standing | undefined): readonly unknown[] | undefined {
  const field = standing?.field;
  if (field?.type === 'yesNo') return [true, false, null];
  if (field?.type === 'choice') return [...field.options.map(({ id }) => id), null];
  if (field?.type !== 'several' || field.options.length > 6) return undefined;
  return subsets(field.options.map(({ id }) => id));
}

/** Whether some answers make the condition true. Answers that cannot be counted (texts, dates) get the benefit of doubt. */
export function canHold(condition: Expression, fields: ReadonlyMap<string, Standing>): boolean {
  const domains: (readonly [string, readonly unknown[]])[] = [];
  for (const name of condition.names) {
    const domain = domainOf(fields.get(name));
    if (domain === undefined) return true;
    domains.push([name, domain]);
  }
  const tries = domains.reduce((count, [, domain]) => count * domain.length, 1);
  if (tries > mostTries) return true;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (condition.run(lookUp(combination(domains, attempt))) === true) return true;
  }
  return false;
}

function lookUp(answers: ReadonlyMap<string, unknown>): (name: string) => unknown {
  return (name) => answers.get(name) ?? null;
}

/** The attempt's number read in a system where each digit counts through one field's answers. */
function combination(
  domains: readonly (readonly [string, readonly unknown[]])[],
  attempt: number,
): ReadonlyMap<string, unknown> {
  let rest = attempt;
  return new Map(
    domains.map(([name, domain]) => {
      const answer = domain[rest % domain.length];
      rest = Math.floor(rest / domain.length);
      return [name, answer];
    }),
  );
}
