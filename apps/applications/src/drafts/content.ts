import { createHash } from 'node:crypto';
import type { Answers, CompiledForm } from '@kyzmat/forms';

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
