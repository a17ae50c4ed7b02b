import { root } from '@kyzmat/engines';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What became of one test. */
export interface Result {
  readonly name: string;
  /** From the root of the workspace. */
  readonly file: string;
  readonly passed: boolean;
  readonly durationMs: number;
}

/** The kinds of tests, by the end of the file's name. */
export const kinds = { unit: '.test.ts', spec: '.spec.ts', e2e: '.e2e.ts' } as const;
export type Kind = keyof typeof kinds;

/** Where the results of a test file lie; those of unit tests are what Nx caches. */
export const resultsOf = (kind: Kind | 'checks', file: string): string =>
  join(root, 'dist', 'results', kind, `${file}.json`);

export function writeResults(path: string, results: readonly Result[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, undefined, 1)}\n`);
}

/** The results in a file of them; undefined when there are none. */
export function readResults(path: string): readonly Result[] | undefined {
  if (!existsSync(path)) return undefined;
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(read) && read.every(isResult) ? read : undefined;
}

function isResult(value: unknown): value is Result {
  return (
    typeof value === 'object' && value !== null && 'passed' in value && typeof value.passed === 'boolean'
  );
}
