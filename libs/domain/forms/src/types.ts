/** An instant as ISO-8601 UTC text with milliseconds: `2021-03-12T08:00:00.000Z`. */
export type Instant = string;

/** Words for people. Kyrgyz and Russian always, English where visitors read it (P573-7). */
export interface Text {
  readonly ky: string;
  readonly ru: string;
  readonly en?: string;
}

export type Lang = 'ky' | 'ru' | 'en';

/** A condition or a rule in FEEL. Names are field ids; `today` and `now` where the place allows them. */
export type Feel = string;

interface FieldBase {
  /** Unique in the form; a plain FEEL name such as `birthDate`. */
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
  /** Shown when true. May name only fields that stand earlier, never `today`: signed content must not drift. */
  readonly showWhen?: Feel;
  /** Where the first value comes from (P573-27c). */
  readonly autofill?: ProfilePath;
}

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  /** In characters; 200 unless told. */
  readonly maxLength?: number;
  /** `9` a digit, `A` a Latin capital, anything else itself: `AA9999999`. Spaces and case typed by people are forgiven. */
  readonly mask?: string;
}
export interface LongTextField extends FieldBase {
  readonly type: 'longText';
  readonly minLength?: number;
  /** In characters; 4000 unless told. */
  readonly maxLength?: number;
}
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly min?: number;
  readonly max?: number;
  /** Digits after the comma; 0 unless told. */
  readonly decimals?: number;
  readonly unit?: Text;
}
export interface MoneyField extends FieldBase {
  readonly type: 'money';
  /** In tyiyn. */
  readonly min?: number;
  /** In tyiyn. */
  readonly max?: number;
}
export interface DateField extends FieldBase {
  readonly type: 'date';
  /** FEEL giving a date; only `today` (that of Asia/Bishkek) may be named. */
  readonly min?: Feel;
  readonly max?: Feel;
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
}
export interface SeveralField extends FieldBase {
  readonly type: 'several';
  readonly options: readonly Option[];
  readonly min?: number;
  readonly max?: number;
}
export interface YesNoField extends FieldBase {
  readonly type: 'yesNo';
}
export interface PinField extends FieldBase {
  readonly type: 'pin';
}
export interface InnField extends FieldBase {
  readonly type: 'inn';
  /** The digit a legal entity's number begins with; `0` unless told. */
  readonly begins?: string;
  /** Whether digits 2 to 9 are a registration date ddmmyyyy; true unless told. */
  readonly datePart?: boolean;
}
export interface PhoneField extends FieldBase {
  readonly type: 'phone';
}
export interface EmailField extends FieldBase {
  readonly type: 'email';
}
export interface AddressField extends FieldBase {
  readonly type: 'address';
}
export interface FileField extends FieldBase {
  readonly type: 'file';
  /** Media types, such as `application/pdf`. */
  readonly types: readonly string[];
  /** In bytes. */
  readonly maxSize: number;
}
export type PlainField =
  | TextField
  | LongTextField
  | NumberField
  | MoneyField
  | DateField
  | ChoiceField
  | SeveralField
  | YesNoField
  | PinField
  | InnField
  | PhoneField
  | EmailField
  | AddressField
  | FileField;
/** Repeated rows of plain fields. Ids inside are unique in the whole form as well. */
export interface GroupField extends FieldBase {
  readonly type: 'group';
  readonly fields: readonly PlainField[];
  readonly minRows?: number;
  /** 10 unless told. */
  readonly maxRows?: number;
  /** What one row is called: "Previous surname". */
  readonly rowLabel: Text;
}
export type Field = PlainField | GroupField;
export type FieldType = Field['type'];

export interface Page {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly fields: readonly Field[];
  /** Shown when true. May name only fields of earlier pages. */
  readonly showWhen?: Feel;
}

/** A rule over several fields: it holds only when FEEL says `true`; null or a warning fails it. */
export interface CrossFieldRule {
  readonly id: string;
  /** The field the message stands at; no field named in `check` stands on a later page. */
  readonly at: string;
  /** The rule is asked only when this is true (always, unless told). */
  readonly when?: Feel;
  /** May name fields, `today` and `now`. Money is in whole tyiyn. */
  readonly check: Feel;
  readonly what: Text;
  readonly mend: Text;
}

/** A form as pure data: the whole application form of one service version (P573-45). */
export interface FormDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  /** The way of filling in (P573-45). */
  readonly howToFill: Text;
  readonly pages: readonly Page[];
  readonly rules?: readonly CrossFieldRule[];
}

export interface AddressValue {
  readonly region?: string;
  readonly district?: string;
  readonly settlement?: string;
  readonly street?: string;
  readonly house?: string;
  readonly flat?: string;
}
export interface FileValue {
  readonly fileId: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly type: string;
}
/** What the inputs of one field hold: one input, several of one name, or parts by name (`day`, `street`, `fileId`). */
export type Typed = string | readonly string[] | Readonly<Record<string, string>>;

/** What was typed and could not be read as the field's type: kept, shown again, never lost (P573-27d). */
export interface Unread {
  readonly unread: Typed;
}
export interface Row {
  readonly [fieldId: string]: Value;
}
/**
 * An answer as plain JSON. Missing key: never asked. `null`: asked and left empty. Dates are `YYYY-MM-DD`,
 * money whole tyiyn, phones `+996XXXXXXXXX`, `choice` the option's id, `several` ids in the order of the definition.
 */
export type Value =
  null | string | number | boolean | readonly string[] | AddressValue | FileValue | Unread | readonly Row[];
export type Answers = Readonly<Record<string, Value>>;

/** A form body as a browser posts it, after urlencoded parsing without nesting. */
export type RawBody = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface CheckContext {
  readonly now: Instant;
}

/** One thing to mend, in two parts: what is wrong and how to mend it (P573-26b). */
export interface FieldError {
  /** Address of the field: `birthDate`, `home.street`, `surnames[0].lastName`. */
  readonly field: string;
  readonly code: string;
  readonly what: Text;
  readonly mend: Text;
}

export interface ParsedPage {
  /** Every field of the page: read, `null` when left empty, or `Unread` when it could not be read. */
  readonly values: Answers;
  /** Only what could not be read; `checkPage` over the merged answers says these again, and the rest. */
  readonly errors: readonly FieldError[];
}

export interface VisibleField {
  readonly pageId: string;
  readonly address: string;
  readonly field: Field;
}

/** An answer that no longer counts, and the questions whose answers made its own question fall away. */
export interface StaleAnswer {
  readonly field: string;
  readonly label: Text;
  readonly because: readonly Text[];
}

/** One thing that a new version of a form changes for who fills it in. */
export interface FormChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The label of the question. */
  readonly about: Text;
  /** Where it stands now. */
  readonly page?: string;
}

export interface DescribedRow {
  /** Address of the field. */
  readonly fieldId: string;
  readonly label: string;
  readonly text: string;
}
export interface DescribedPage {
  readonly pageId: string;
  /** The title of the page. */
  readonly page: string;
  readonly rows: readonly DescribedRow[];
}

/** A form ready for use: parsed once per definition version, then every question is pure and fast. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  /**
   * Reads a posted page. `files` are the files already uploaded to this draft: a file field names one by its
   * `field.fileId` input, and nothing else about a file is taken from the browser.
   */
  parsePage(pageId: string, raw: RawBody, files?: readonly FileValue[]): ParsedPage;
  /** The inverse of parsePage: what the inputs of the page hold, by input name. */
  renderPage(pageId: string, answers: Answers): Record<string, string | string[]>;
  /** What the inputs of one field hold, by its address; undefined when nothing was typed. */
  typed(address: string, answers: Answers): Typed | undefined;
  /** P573-26a: the check after one field, by address. Rules over still empty fields wait for the page. */
  checkField(address: string, answers: Answers, ctx: CheckContext): FieldError[];
  checkPage(pageId: string, answers: Answers, ctx: CheckContext): FieldError[];
  checkAll(answers: Answers, ctx: CheckContext): FieldError[];
  visiblePages(answers: Answers): Page[];
  /** Fields that count now, rows of groups included, in the order of the form. */
  visibleFields(answers: Answers): VisibleField[];
  /** P573-27c: fills fields never asked yet; what was typed or emptied stays. */
  applyAutofill(profile: Profile, answers: Answers): { answers: Answers; filled: readonly string[] };
  /** Fills fields never asked yet from an earlier request of the same person; only fields mapped alike. */
  prefill(
    from: CompiledForm,
    earlier: Answers,
    answers: Answers,
    ctx: CheckContext,
  ): { answers: Answers; filled: readonly string[] };
  /** Answers given that no longer count, and why: so that a changed branch drops them openly. */
  staleAnswers(answers: Answers): StaleAnswer[];
  /** Answers that count, and the addresses of those that do not (hidden by conditions or unknown). */
  dropHidden(answers: Answers): { answers: Answers; dropped: readonly string[] };
  /** Deterministic JSON (RFC 8785 order) of form id, version and visible answers: hashed and signed. */
  canonicalContent(answers: Answers): string;
  /** The answers in words, for the check page, the PDF and the provider. */
  describe(answers: Answers, lang: Lang): DescribedPage[];
}

export interface DefinitionProblem {
  /** JSON pointer into the definition: `/pages/0/fields/2/label`. */
  readonly place: string;
  readonly code: string;
  readonly reason: Text;
}

export type CompileResult =
  | { readonly ok: true; readonly form: CompiledForm }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** What is known of the applicant from ESI. */
export interface Profile {
  readonly kind: 'natural' | 'legal';
  readonly pin?: string;
  readonly inn?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly patronymic?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: AddressValue;
  readonly organisation?: {
    readonly name?: string;
    readonly inn?: string;
    readonly address?: AddressValue;
    readonly headName?: string;
  };
}

export type ProfilePath =
  | 'pin'
  | 'inn'
  | 'lastName'
  | 'firstName'
  | 'patronymic'
  | 'birthDate'
  | 'sex'
  | 'phone'
  | 'email'
  | 'address'
  | 'organisation.name'
  | 'organisation.inn'
  | 'organisation.address'
  | 'organisation.headName';
