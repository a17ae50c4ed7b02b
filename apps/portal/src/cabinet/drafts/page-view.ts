import type { Applications } from '@kyzmat/contracts';
import {
  addressParts,
  answerAt,
  isFile,
  readAddress,
  rowsOf,
  type Answers,
  type CompiledForm,
  type FieldError,
  type Page,
} from '@kyzmat/forms';
import { fieldViews, type FieldView, type Text } from '@kyzmat/web';
import { draftTexts } from './texts.ts';

interface PageView {
  readonly draft: Applications['Draft'];
  readonly form: CompiledForm;
  readonly page: Page;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** A group to show one more, empty row of. */
  readonly adding?: string;
}

/** What the scanner says of a file, beside its name. */
const scanTexts = {
  waiting: draftTexts['draft.file.waiting'],
  unavailable: draftTexts['draft.file.unavailable'],
  clean: draftTexts['draft.file.clean'],
  infected: draftTexts['draft.file.infected'],
} as const;

/** Where a first value came from, in words: the profile, or an earlier application the person has named. */
function sourceOf(draft: Applications['Draft'], address: string): Text | undefined {
  if (draft.autofilled.includes(address)) return fromProfile;
  if (draft.prefilled?.fields.includes(address) !== true) return undefined;
  const { reference } = draft.prefilled;
  return {
    ky: `№ ${reference} арызыңыздан алынды`,
    ru: `Взято из вашего заявления № ${reference}`,
    en: `Taken from your application No. ${reference}`,
  };
}

const fromProfile = {
  ky: 'Бирдиктүү идентификация тутумунан алынды',
  ru: 'Получено из Единой системы идентификации',
};

/** The fields of a form page as the page shows them: what was typed, right or wrong, and what to mend. */
export function fieldsOf({ draft, form, page, answers, errors, adding }: PageView): FieldView[] {
  const shown = shownFields(form, answers);
  return fieldViews({
    fields: page.fields,
    addressLabels: addressParts,
    typed: (address) => form.typed(address, answers),
    errors,
    shown: (address) => shown(address),
    source: (address) => sourceOf(draft, address),
    rows: (address) => {
      const rows = rowsAt(address, answers);
      const least = page.fields.some((field) => field.id === address && isAsked(field)) ? 1 : 0;
      return Math.max(rows, least) + (adding === address && rows >= least ? 1 : 0);
    },
    files: (address) => {
      const file = answerAt(address, answers);
      if (!isFile(file)) return [];
      const { scan } = draft.files?.find(({ fileId }) => fileId === file.fileId) ?? {};
      const note = scan === undefined ? {} : { note: scanTexts[scan] };
      return [
        {
          ...note,
          id: file.fileId,
          name: file.name,
          href: `/cabinet/drafts/${draft.id}/files/${file.fileId}`,
        },
      ];
    },
  });
}

/** A group that must have rows begins with one. */
function isAsked(field: Page['fields'][number]): boolean {
  return field.required === true || (field.type === 'group' && (field.minRows ?? 0) > 0);
}

function rowsAt(address: string, answers: Answers): number {
  return rowsOf(answers[address]).length;
}

/**
 * Whether a field is asked with these answers. A row not filled in yet has no answers to ask by: its conditional fields
 * are told by a row with nothing in it, which is none.
 */
function shownFields(form: CompiledForm, answers: Answers): (address: string) => boolean {
  const visible = new Set(form.visibleFields(answers).map(({ address }) => address));
  const conditional = new Map(
    form.definition.pages
      .flatMap(({ fields }) => fields)
      .flatMap((field) => [field, ...(field.type === 'group' ? field.fields : [])])
      .map((field) => [field.id, field.showWhen !== undefined]),
  );
  return (address) => {
    if (visible.has(address)) return true;
    const { id, row } = readAddress(address);
    if (row === undefined) return conditional.get(id) !== true;
    return row.index >= rowsAt(id, answers) && conditional.get(row.id) !== true;
  };
}

/** For the script: which conditional fields of a page are asked now, by the names of their inputs. */
export function visibility(form: CompiledForm, page: Page, answers: Answers): Record<string, boolean> {
  const shown = shownFields(form, answers);
  const addresses = page.fields.flatMap((field) => {
    const own = field.showWhen === undefined ? [] : [field.id];
    if (field.type !== 'group') return own;
    const inner = field.fields.filter(({ showWhen }) => showWhen !== undefined);
    const rows = Array.from({ length: rowsAt(field.id, answers) }, (_, row) =>
      inner.map(({ id }) => `${field.id}[${row}].${id}`),
    );
    return [...own, ...rows.flat()];
  });
  return Object.fromEntries(addresses.map((address) => [address, shown(address)]));
}
