import { evaluate, FeelDate, FeelFunction, parseDate, parseDateTime } from 'feelin';

import type { Feel, Instant } from '../types.ts';
import { brokenAt, namesIn } from './names.ts';

/** A FEEL expression, parsed once. */
export interface Expression {
  /** Names it takes from outside. */
  readonly names: readonly string[];
  /** Its value with names looked up by `value`; null when FEEL warns of anything. */
  run(value: (name: string) => unknown): unknown;
}

/** `at`: the character, from 1, where the source cannot be read. */
type CompiledFeel =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly at: number };

/**
 * Parses a FEEL expression once. It is wrapped into a FEEL function of the names it uses: calling that function
 * evaluates the tree already built, some twenty times faster than parsing at every evaluation.
 */
export function compileFeel(source: Feel): CompiledFeel {
  const broken = brokenAt(source);
  if (broken !== undefined) return { ok: false, at: broken };
  const names = namesIn(source);
  // The line break ends a comment the source may end with.
  const { value, warnings } = evaluate(`function(${names.join(', ')}) (${source}\n)`);
  if (!(value instanceof FeelFunction)) return { ok: false, at: 1 };
  // Warnings of every later call are put into this same list.
  const run = (lookUp: (name: string) => unknown): unknown => {
    const result = invoke(value, names.map(lookUp));
    if (warnings.length === 0) return result ?? null;
    warnings.length = 0;
    return null;
  };
  return { ok: true, expression: { names, run } };
}

/** The interpreter throws where two things cannot be compared (`true < 5`): to FEEL that is unknown, so null. */
function invoke(fn: FeelFunction, values: readonly unknown[]): unknown {
  try {
    const result: unknown = fn.invoke(values);
    return result;
  } catch {
    return null;
  }
}

/** An expression of a definition that passed its check; one that does not parse is null for ever. */
export function feelOf(source: Feel): Expression {
  const compiled = compileFeel(source);
  return compiled.ok ? compiled.expression : { names: [], run: () => null };
}

/** A date `YYYY-MM-DD` as FEEL knows it; null when it is none. */
export function feelDate(date: string): FeelDate | null {
  return parseDate(date);
}

/** An instant as a FEEL date and time in UTC. */
export function feelInstant(now: Instant): unknown {
  return parseDateTime(now);
}

/** The date `YYYY-MM-DD` an expression gave, or undefined when it gave anything else. */
export function isoOf(value: unknown): string | undefined {
  return value instanceof FeelDate ? value.toString() : undefined;
}
