import { createHash } from 'node:crypto';
import type { Answers, CompiledForm, FileValue } from '@kyzmat/forms';

export interface Content {
  /** Canonical JSON of form, version and the answers that count. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, lower-case hex: what is signed. */
  readonly hash: string;
}

/** What would be signed with these answers. */
export function contentOf(form: CompiledForm, answers: Answers): Content {
  const text = form.canonicalContent(answers);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

/** The files that answers name, those in rows of groups included. */
export function filesIn(answers: Answers): FileValue[] {
  return Object.values(answers).flatMap((value) => {
    if (Array.isArray(value)) {
      return value.flatMap((row: unknown) => (isRow(row) ? filesIn(row) : []));
    }
    return isFile(value) ? [value] : [];
  });
}

function isRow(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null;
}

function isFile(value: unknown): value is FileValue {
  return typeof value === 'object' && value !== null && 'fileId' in value && 'sha256' in value;
}
