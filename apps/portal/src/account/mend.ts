import { Problem } from '@kyzmat/http';
import type { FieldError, Text } from '@kyzmat/web';

/** Does it, or shows the page again with what is to be mended; anything else goes on as it came. */
export async function tryOr(
  act: () => Promise<void>,
  again: (view: Readonly<Record<string, unknown>>) => Promise<void> | void,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { field: name, error: mend } = mendIn(error);
    await again({ errors: [{ error: mend, href: `#f-${name}` }], wrong: { [name]: [mend] } });
  }
}

/** What identity says of one field, as the page shows it. Throws what is about no field. */
export function mendIn(error: unknown): { readonly field: string; readonly error: FieldError } {
  if (!(error instanceof Problem)) throw error;
  const { field, what, mend, message } = error.extra;
  if (typeof field === 'string' && isText(what) && isText(mend)) return { field, error: { what, mend } };
  // Codes by message carry one sentence.
  if (['wrong_code', 'code_expired', 'code_used'].includes(error.code) && isText(message)) {
    return { field: 'code', error: { what: message, mend: { ky: '', ru: '', en: '' } } };
  }
  throw error;
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  return 'ky' in value && typeof value.ky === 'string' && 'ru' in value && typeof value.ru === 'string';
}
