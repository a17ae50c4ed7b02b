import assert from 'node:assert/strict';

import { compileForm } from '../compile.ts';
import type {
  CompiledForm,
  CrossFieldRule,
  Field,
  FieldError,
  FileValue,
  FormDefinition,
  Page,
  RawBody,
  Text,
  Value,
} from '../types.ts';

/** Friday 12 March 2021, 14:00 in Bishkek. */
export const ctx = { now: '2021-03-12T08:00:00.000Z' };

export function words(text: string): Text {
  return { ky: `${text} (ky)`, ru: `${text} (ru)` };
}

export function page(id: string, fields: readonly Field[], more: Partial<Page> = {}): Page {
  return { id, title: words(id), fields, ...more };
}

export function definitionOf(pages: readonly Page[], rules: readonly CrossFieldRule[] = []): FormDefinition {
  return { id: 'sample', version: 3, title: words('Sample'), howToFill: words('Fill it in'), pages, rules };
}

export function formOf(pages: readonly Page[], rules: readonly CrossFieldRule[] = []): CompiledForm {
  const result = compileForm(definitionOf(pages, rules));
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems, null, 1));
  return result.form;
}

/** Codes of a definition's problems with their places. */
export function problemsOf(definition: unknown): string[] {
  const result = compileForm(definition);
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place}`);
}

/** What one field makes of what was typed: its value and the codes of everything wrong. */
export function typing(
  field: Field,
  raw: RawBody,
  files: readonly FileValue[] = [],
): { value: Value | undefined; errors: FieldError[]; codes: string[] } {
  const form = formOf([page('only', [field])]);
  const { values } = form.parsePage('only', raw, files);
  const errors = form.checkPage('only', values, ctx);
  return { value: values[field.id], errors, codes: errors.map(({ code }) => code) };
}
