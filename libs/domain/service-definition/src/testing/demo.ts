import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checkService } from '../check.ts';
import { loadService } from '../load.ts';
import type { ServiceCheck } from '../types.ts';

export const catalogue = join(import.meta.dirname, '../../../../../catalogue');

/** A service of the catalogue, read from its folder. */
export function load(code: string): Promise<ServiceCheck> {
  return loadService((file) => readFile(join(catalogue, code, file), 'utf8'));
}

export type Data = Readonly<Record<string, unknown>>;

export function isRecord(data: unknown): data is Data {
  return typeof data === 'object' && data !== null;
}

/** The definition of a paid service, to be spoilt by tests. */
export async function demoService(): Promise<Data> {
  const result = await load('criminal-record-certificate');
  assert.ok(result.ok);
  return { ...result.definition };
}

function edit(data: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  assert.ok(isRecord(data), key);
  const next = edit(data[key], rest, value);
  if (Array.isArray(data)) return data.map((item: unknown, index) => (String(index) === key ? next : item));
  const entries = Object.entries(data).filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? entries : [...entries, [key, next]]);
}

/** The data with another value at a JSON pointer. */
export function changed(data: Data, place: string, value: unknown): Data {
  const result = edit(data, place.split('/').slice(1), value);
  assert.ok(isRecord(result));
  return result;
}

/** The data without what stands at a JSON pointer. */
export function without(data: Data, place: string): Data {
  return changed(data, place, undefined);
}

/** Code, place and rule of each problem. */
export function problemsOf(data: unknown): string[] {
  const result = checkService(data);
  if (result.ok) return [];
  return result.problems.map(({ code, place, rule }) => [code, place, rule].filter(Boolean).join(' '));
}
