import { evaluate, parseExpression } from 'feelin';

import type { Feel } from '../types.ts';

/** Where a source stops being an expression, as a character from 1; undefined when it is a whole one. */
export function brokenAt(source: Feel): number | undefined {
  if (source.trim() === '') return 1;
  let at: number | undefined;
  parseExpression(source, {}, undefined).iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from + 1;
    },
  });
  return at;
}

/** Whether FEEL itself gives the name a meaning: `count`, `string length`, `now`. */
function isBuiltin(name: string): boolean {
  const { value, warnings } = evaluate(name, {});
  return warnings.length === 0 && value !== null;
}

/** Whether a field must not be called so, because FEEL or the form already means something by it. */
export function isReserved(id: string): boolean {
  if (['now', 'today', 'item', 'partial', 'null'].includes(id) || id in {}) return true;
  // Words of the grammar, such as `in`, cannot stand alone.
  return brokenAt(id) !== undefined || isBuiltin(id);
}

/** Names of the form that are also functions of FEEL, and those read the system clock. */
const given = new Set(['now', 'today']);

/** Functions of FEEL over regular expressions: one unlucky pattern and a long answer would stall the whole process. */
export const regexFunctions: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

interface Walk {
  readonly used: Set<string>;
  readonly bound: Set<string>;
}

/**
 * Names an expression takes from outside, sorted: not those it binds itself (`some row in rows …`), nor the functions
 * of FEEL it calls. `now`, `today` and the functions that could stall always come from outside: no expression reads the
 * system clock, none runs a regular expression.
 */
export function namesIn(source: Feel): string[] {
  const walk: Walk = { used: new Set(), bound: new Set() };
  const path: string[] = [];
  parseExpression(source, {}, undefined).iterate({
    enter: (node) => {
      note(walk, node.name, source.slice(node.from, node.to), path.at(-1));
      path.push(node.name);
    },
    leave: () => {
      path.pop();
    },
  });
  return [...walk.used].filter((name) => !walk.bound.has(name)).sort();
}

function note({ used, bound }: Walk, kind: string, text: string, parent: string | undefined): void {
  if (kind === 'VariableName' && parent !== 'QualifiedName') {
    const allowed = !given.has(text) && !regexFunctions.has(text);
    const called = parent === 'FunctionInvocation' && allowed && isBuiltin(text);
    if (!called) used.add(text);
  }
  if (kind === 'Name' && (parent === 'InExpression' || parent === 'Key')) bound.add(text);
  if (kind === 'ParameterName') bound.add(text);
}
