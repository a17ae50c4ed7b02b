import { isRecord, own } from '../fields/handler.ts';
import type { Answers, FieldError, FileValue, ParsedPage, RawBody, Row, Typed, Value } from '../types.ts';
import { readAddress } from './address.ts';
import { errorAt } from './errors.ts';
import type { GroupNode, Model, PageNode, PlainNode } from './model.ts';
import { isEmpty, rowsOf, typedOf } from './values.ts';

/*
 * How inputs are named. A field with one input has its own id as name; `several` repeats it for each box ticked;
 * a date has `birth.day`, `birth.month`, `birth.year`; an address `home.region`, `home.district`, `home.settlement`,
 * `home.street`, `home.house`, `home.flat`; a file `scan.fileId`, the id of a file uploaded to this draft; a field
 * in a row of a group `surnames[0].lastName`. `yesNo` holds `yes` or `no`.
 */

type Values = Record<string, Value>;

interface Reading {
  readonly raw: RawBody;
  readonly files: readonly FileValue[];
  readonly errors: FieldError[];
}

function textOf(raw: RawBody, name: string): string {
  const value = own(raw, name);
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function listOf(raw: RawBody, name: string): readonly string[] {
  const value = own(raw, name);
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.filter((text) => text !== '');
}

/** What was typed into a field, or undefined when nothing was. */
function typedIn({ handler }: PlainNode, name: string, raw: RawBody): Typed | undefined {
  if (handler.list === true) {
    const list = listOf(raw, name);
    return list.length === 0 ? undefined : list;
  }
  if (handler.parts.length === 0) {
    const text = textOf(raw, name);
    return text.trim() === '' ? undefined : text;
  }
  const parts = handler.parts
    .map((part) => [part, textOf(raw, `${name}.${part}`)] as const)
    .filter(([, text]) => text.trim() !== '');
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function isNothing(value: Value): boolean {
  return isEmpty(value) || (isRecord(value) && Object.keys(value).length === 0);
}

function readPlain(node: PlainNode, address: string, reading: Reading): Value {
  const typed = typedIn(node, address, reading.raw);
  if (typed === undefined) return null;
  const read = node.handler.read(typed, reading.files);
  if ('value' in read) return isNothing(read.value) ? null : read.value;
  reading.errors.push(...read.faults.map((found) => errorAt(address, found)));
  return { unread: typed };
}

/** Numbers of the rows posted, in order; gaps left by removed rows do not matter. */
function rowNumbers(id: string, raw: RawBody): number[] {
  const start = `${id}[`;
  const numbers = Object.keys(raw)
    .filter((name) => name.startsWith(start))
    .map((name) => /^(\d{1,4})\]\./u.exec(name.slice(start.length))?.[1])
    .filter((text) => text !== undefined)
    .map(Number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function readRow(node: GroupNode, address: string, reading: Reading): Row {
  return Object.fromEntries(
    node.nodes.map((inner) => [inner.field.id, readPlain(inner, `${address}.${inner.field.id}`, reading)]),
  );
}

/** Rows left wholly empty fall away, save those the form wants anyway. */
function readGroup(node: GroupNode, reading: Reading): readonly Row[] {
  const { id, minRows = 0 } = node.field;
  return rowNumbers(id, reading.raw)
    .map((number) => readRow(node, `${id}[${number}]`, reading))
    .filter((row, index) => index < minRows || Object.values(row).some((value) => !isEmpty(value)));
}

/** Reads a posted page: nothing typed is lost, what cannot be read stays as it was typed. */
export function parsePage(page: PageNode, raw: RawBody, files: readonly FileValue[]): ParsedPage {
  const reading: Reading = { raw, files, errors: [] };
  const values: Values = {};
  for (const node of page.nodes) {
    const { id } = node.field;
    values[id] = node.kind === 'group' ? readGroup(node, reading) : readPlain(node, id, reading);
  }
  return { values, errors: reading.errors };
}

type Inputs = Record<string, string | string[]>;

function renderPlain(node: PlainNode, name: string, value: Value | undefined, inputs: Inputs): void {
  const typed = typedOf(node.handler, value);
  if (typed === undefined) return;
  if (typeof typed === 'string') inputs[name] = typed;
  else if (isRecord(typed)) {
    for (const [part, text] of Object.entries(typed)) inputs[`${name}.${part}`] = text;
  } else inputs[name] = typed.map(String);
}

function renderRow(node: GroupNode, address: string, row: Row, inputs: Inputs): void {
  for (const inner of node.nodes) {
    const name = `${address}.${inner.field.id}`;
    const [part] = inner.handler.parts;
    // An empty input keeps the row's place when nothing in it is filled in.
    inputs[part === undefined ? name : `${name}.${part}`] = '';
    renderPlain(inner, name, own(row, inner.field.id), inputs);
  }
}

/** What the inputs of a page hold with these answers: the inverse of parsePage. */
export function renderPage(page: PageNode, answers: Answers): Inputs {
  const inputs: Inputs = {};
  for (const node of page.nodes) {
    const { id } = node.field;
    const value = own(answers, id);
    if (node.kind === 'plain') renderPlain(node, id, value, inputs);
    else rowsOf(value).forEach((row, index) => renderRow(node, `${id}[${index}]`, row, inputs));
  }
  return inputs;
}

/** What the inputs of the field at an address hold, with these answers. */
export function typedAt(model: Model, address: string, answers: Answers): Typed | undefined {
  const { id, row, part } = readAddress(address);
  const node = model.nodes.get(id);
  if (node === undefined || part !== undefined) return undefined;
  const value = own(answers, id);
  if (node.kind === 'plain') return row === undefined ? typedOf(node.handler, value) : undefined;
  if (row === undefined) return undefined;
  const inner = node.nodes.find(({ field }) => field.id === row.id);
  const found = rowsOf(value)[row.index];
  return inner === undefined || found === undefined ? undefined : typedOf(inner.handler, own(found, row.id));
}
