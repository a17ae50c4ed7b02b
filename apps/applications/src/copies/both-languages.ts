import type { Answers, CompiledForm } from '@kyzmat/forms';

interface Both {
  readonly ky: string;
  readonly ru: string;
}

/** A page of the form with every question that counts, and the answer in words. */
interface PageInWords {
  readonly title: Both;
  readonly rows: readonly { readonly field: string; readonly label: Both; readonly text: Both }[];
}

/** The answers in both languages: the form describes them in one at a time, in the same order. */
export function inBothLanguages(form: CompiledForm, answers: Answers): PageInWords[] {
  const russian = form.describe(answers, 'ru');
  return form.describe(answers, 'ky').map(({ page, rows }, n) => ({
    title: { ky: page, ru: russian[n]?.page ?? page },
    rows: rows.map(({ fieldId, label, text }, r) => {
      const other = russian[n]?.rows[r];
      return {
        field: fieldId,
        label: { ky: label, ru: other?.label ?? label },
        text: { ky: text, ru: other?.text ?? text },
      };
    }),
  }));
}
