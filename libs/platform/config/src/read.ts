import type { Reader } from './readers.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Spec = Readonly<Record<string, Reader<unknown>>>;
export type ConfigOf<S extends Spec> = { readonly [K in keyof S]: S[K] extends Reader<infer T> ? T : never };

/** Everything that is wrong with the environment, a line each; values are never repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads a frozen, typed configuration: `readConfig(process.env, { port: port('PORT', 3001) })`.
 * Production is `NODE_ENV=production`. Throws one ConfigError that names every bad variable.
 */
export function readConfig<S extends Spec>(env: Environment, spec: S): ConfigOf<S> {
  const where = { production: env['NODE_ENV'] === 'production' };
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(spec)) {
    try {
      values[name] = reader.read(env[reader.variable], where);
    } catch (error) {
      problems.push(`${reader.variable} ${error instanceof Error ? error.message : 'cannot be read'}`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  assertComplete(spec, values);
  Object.freeze(values);
  return values;
}

/** Each name of the spec was just read by its own reader: the one step the checker cannot follow. */
function assertComplete<S extends Spec>(
  spec: S,
  values: Record<string, unknown>,
): asserts values is Record<string, unknown> & ConfigOf<S> {
  const missing = Object.keys(spec).find((name) => !(name in values));
  if (missing !== undefined) throw new Error(`${missing} was not read`);
}
