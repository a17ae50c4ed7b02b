import type { CompileResult } from './types.ts';

/**
 * Checks a form definition and makes it ready for use. The definition is untrusted data (a provider's file):
 * every problem is named with its place and the reason in both languages.
 */
export function compileForm(definition: unknown): CompileResult {
  return { ok: false, problems: [{ place: '', code: 'not-ready', reason: { ky: '', ru: String(definition) } }] };
}
