import {
  type Fault,
  type Handler,
  isList,
  isRecord,
  type Moment,
  own,
  type Read,
} from '../fields/handler.ts';
import { misshapen } from '../fields/fault.ts';
import type { Answers, FileValue, Row, Typed, Unread, Value } from '../types.ts';
import { canonicalJson } from './canonical.ts';
import type { GroupNode, Node, PlainNode } from './model.ts';

/** Whether nothing was answered. */
export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (isList(value) && value.length === 0);
}

export function isUnread(value: Value | undefined): value is Unread {
  return isRecord(value) && Object.hasOwn(value, 'unread');
}

/** Rows of a group; what is no list of rows is no rows. */
export function rowsOf(value: Value | undefined): readonly Row[] {
  return isList(value) ? value.filter((row): row is Row => isRecord(row)) : [];
}

function isFileLike(value: Value): value is FileValue {
  return isRecord(value) && typeof value['fileId'] === 'string';
}

function same(a: Value, b: Value): boolean {
  return a === b || (typeof a === 'object' && canonicalJson(a) === canonicalJson(b));
}

/** What the inputs of a plain field hold for a value. */
export function typedOf(handler: Handler, value: Value | undefined): Typed | undefined {
  if (value === undefined || value === null) return undefined;
  return isUnread(value) ? value.unread : handler.typed(value);
}

/** Reads a value again from what its own inputs would hold; undefined when it is of another kind altogether. */
export function readBack({ handler }: PlainNode, value: Value): Read | undefined {
  const typed = typedOf(handler, value);
  return typed === undefined ? undefined : handler.read(typed, isFileLike(value) ? [value] : []);
}

/**
 * The one check of one value: it must be what reading its own inputs gives, and satisfy the definition. So a value
 * that came past the browser is held to the same form as one typed.
 */
export function faultsOf(node: PlainNode, value: Value, moment: Moment): readonly Fault[] {
  const read = readBack(node, value);
  if (read !== undefined && 'faults' in read) return read.faults;
  const good = read !== undefined && same(read.value, value);
  return good ? node.handler.check(value, moment) : [misshapen(node.field.label)];
}

/** A plain answer as FEEL sees it: what is empty or unread is null. */
export function plainFeel(node: PlainNode, value: Value | undefined): unknown {
  const { handler } = node;
  if (value === undefined || isEmpty(value) || isUnread(value)) return handler.feelEmpty;
  return handler.typed(value) === undefined ? handler.feelEmpty : handler.feel(value);
}

function rowFeel(node: GroupNode, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    node.nodes.map((inner) => [inner.field.id, plainFeel(inner, own(row, inner.field.id))]),
  );
}

/** The answer to a field as FEEL sees it; rows have every name, so that a condition over them warns of none. */
export function feelValue(node: Node, answers: Answers): unknown {
  const value = own(answers, node.field.id);
  return node.kind === 'plain' ? plainFeel(node, value) : rowsOf(value).map((row) => rowFeel(node, row));
}
