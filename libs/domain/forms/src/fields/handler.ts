import type { FileValue, Lang, Text, Typed, Value } from '../types.ts';

/** Words of the forms themselves, in every language: visitors too must understand what to mend (P573-7). */
export type Said = Required<Text>;

/** Something wrong with one field, before it has an address. `part` names an input of the field: `home.street`. */
export interface Fault {
  readonly code: string;
  readonly what: Said;
  readonly mend: Said;
  readonly part?: string;
}

/** When the check is made, as the fields and rules see it. */
export interface Moment {
  readonly now: string;
  /** The date in Asia/Bishkek. */
  readonly today: string;
}

export type Read = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** What a field of one type can do, made once from its definition. Values come here present and never `Unread`. */
export interface Handler {
  /** Input names under the field's own: `day`, `month`, `year`; none when the field is a single input. */
  readonly parts: readonly string[];
  /** Whether several inputs share the field's name. */
  readonly list?: boolean;
  /** Reads what was typed, never empty. `files` are the draft's uploaded files. */
  read(typed: Typed, files: readonly FileValue[]): Read;
  /** What the inputs would hold; undefined when the value is not of the field's kind at all. */
  typed(value: Value): Typed | undefined;
  /** The constraints of the definition on a value that was read well. */
  check(value: Value, moment: Moment): readonly Fault[];
  words(value: Value, lang: Lang): string;
  /** The value as FEEL sees it. */
  feel(value: Value): unknown;
  /** What FEEL sees when there is no answer. */
  readonly feelEmpty: unknown;
  /** How to fill in the empty field. */
  readonly mendEmpty: Said;
}

export const noFaults: readonly Fault[] = [];

/** The single text typed, of a field with one input. */
export function oneText(typed: Typed): string {
  if (typeof typed === 'string') return typed;
  return Array.isArray(typed) ? String(typed[0] ?? '') : '';
}

/** The parts typed, of a field with several inputs. */
export function partsOf(typed: Typed): Readonly<Record<string, string>> {
  return typeof typed === 'object' && !isList(typed) ? typed : {};
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A plain object, as opposed to a list or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Own properties only: a field called after something every object inherits finds nothing. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A value kept as text: typed as it is. */
export function typedText(value: Value): Typed | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asText(value: Value): string {
  return typeof value === 'string' ? value : '';
}

/** The words of one language; visitors get Russian where English is not written. */
export function inLang(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.ru) : text[lang];
}
