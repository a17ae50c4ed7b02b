import type { Text } from '../texts/texts.ts';

/** What is wrong, and how to mend it (`P573-26b`). */
export type FieldError = { readonly what: Text | string; readonly mend: Text | string };

export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'several'
  | 'yesNo'
  | 'pin'
  | 'inn'
  | 'phone'
  | 'email'
  | 'address'
  | 'file'
  | 'group';

export type FieldOption = {
  readonly value: string;
  readonly label: Text | string;
  readonly hint?: Text | string;
};

/** A file already given: its name, where to read it, its state in words ("being checked"). */
export type GivenFile = {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly note?: Text | string;
};

/**
 * A field as a page shows it. `name` is the full name of the input: `surname`, `birth` (its inputs are `birth.day`,
 * `birth.month`, `birth.year`), `home` (an address: `home.street` …), `children[0].name` (a row of a group).
 */
export type FieldView = {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Text | string;
  readonly hint?: Text | string;
  readonly required: boolean;
  /** What was typed, as it was typed: a string; a list for `several`; parts by name for `date` and `address`. */
  readonly value?: string | readonly string[] | Readonly<Record<string, string>>;
  readonly options?: readonly FieldOption[];
  /** Fields inside an address: their names are full names (`home.street`). */
  readonly parts?: readonly FieldView[];
  /** Rows of a group; the names inside are full names (`children[0].name`). */
  readonly rows?: readonly { readonly legend?: Text | string; readonly fields: readonly FieldView[] }[];
  /** Words on the buttons of a group. */
  readonly addLabel?: Text | string;
  readonly errors: readonly FieldError[];
  /** Not asked with the present answers; the script shows it when the check says so. */
  readonly hidden?: boolean;
  /** Filled from a register; says where from ("from the Unified identification system"). */
  readonly source?: Text | string;
  /** HTML autocomplete token when the type does not give one, e.g. `given-name`. */
  readonly autocomplete?: string;
  /** Stands beside its neighbour, half as wide: house and flat. */
  readonly half?: boolean;
  /** After the input: a unit such as "га". `money` says "сом" by itself. */
  readonly unit?: Text | string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal';
  /** A group with room for another row. */
  readonly canAdd?: boolean;
  readonly files?: readonly GivenFile[];
  /** For files: MIME types or extensions the input offers. */
  readonly accept?: readonly string[];
};

/**
 * What the server answers to the browser's check of a field (`data-check-url`). The browser posts the whole form and
 * `_field`, the address just left (`home.street`); errors at that address are shown, others are not yet.
 */
export type CheckAnswer = {
  readonly errors: readonly { readonly field: string; readonly what: string; readonly mend: string }[];
  /** Which conditional fields are asked now, by name. */
  readonly visible?: Readonly<Record<string, boolean>>;
};

/**
 * What the server answers to an autosave (`data-autosave-url`): when it was saved, in words, and the draft's new
 * version. 409 when the draft was changed elsewhere, 401 when the session is over.
 */
export type AutosaveAnswer = { readonly saved: string; readonly version?: string };
