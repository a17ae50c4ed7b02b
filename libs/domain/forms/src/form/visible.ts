import type { Expression } from '../feel/feel.ts';
import { own } from '../fields/handler.ts';
import type { Answers, Row, Value, VisibleField } from '../types.ts';
import type { GroupNode, Model, Node, PageNode, PlainNode } from './model.ts';
import { feelValue, plainFeel, rowsOf } from './values.ts';

/** Which pages and fields count with the present answers. */
export interface View {
  readonly answers: Answers;
  isPageVisible(page: PageNode): boolean;
  isVisible(id: string): boolean;
  isRowFieldVisible(group: GroupNode, row: Row, node: PlainNode): boolean;
  /** A top-level field as conditions and rules see it: hidden ones are empty. */
  feel(id: string): unknown;
}

function holds(condition: Expression | undefined, look: (name: string) => unknown): boolean {
  return condition === undefined || condition.run(look) === true;
}

function feelEmptyOf(node: Node | undefined): unknown {
  if (node === undefined) return null;
  return node.kind === 'group' ? [] : node.handler.feelEmpty;
}

/**
 * Goes through the form once. A condition names only what stands before it, so each is asked when everything it
 * depends on is already known to count or not.
 */
export function viewOf(model: Model, answers: Answers): View {
  const pages = new Set<PageNode>();
  const fields = new Set<string>();
  const feel = (id: string): unknown => {
    const node = model.nodes.get(id);
    return node !== undefined && fields.has(id) ? feelValue(node, answers) : feelEmptyOf(node);
  };
  for (const page of model.pages) {
    if (!holds(page.showWhen, feel)) continue;
    pages.add(page);
    for (const node of page.nodes) if (holds(node.showWhen, feel)) fields.add(node.field.id);
  }
  return {
    answers,
    feel,
    isPageVisible: (page) => pages.has(page),
    isVisible: (id) => fields.has(id),
    isRowFieldVisible: (group, row, node) => holds(node.showWhen, rowLook(group, row, feel)),
  };
}

/** Names inside a row: its own fields first, then those of the form. */
function rowLook(group: GroupNode, row: Row, feel: (id: string) => unknown): (name: string) => unknown {
  return (name) => {
    const inner = group.nodes.find((node) => node.field.id === name);
    return inner === undefined ? feel(name) : plainFeel(inner, own(row, name));
  };
}

export interface Place<N extends Node = Node> {
  readonly page: PageNode;
  readonly node: N;
  readonly address: string;
  readonly value: Value | undefined;
  /** Number of the row from 0, and its group, for a field inside one. */
  readonly row?: { readonly group: GroupNode; readonly index: number };
}

/** A field with its answer, when it is visible; a group is followed by the fields of its rows. */
export function placesOfNode(view: View, page: PageNode, node: Node): Place[] {
  const address = node.field.id;
  if (!view.isVisible(address)) return [];
  const place: Place = { page, node, address, value: own(view.answers, address) };
  return node.kind === 'group' ? [place, ...rowPlaces(view, page, node)] : [place];
}

/** The visible fields of a page with their answers, in its order. */
export function placesOf(view: View, page: PageNode): Place[] {
  return page.nodes.flatMap((node) => placesOfNode(view, page, node));
}

function rowPlaces(view: View, page: PageNode, group: GroupNode): Place<PlainNode>[] {
  return rowsOf(own(view.answers, group.field.id)).flatMap((row, index) =>
    group.nodes
      .filter((node) => view.isRowFieldVisible(group, row, node))
      .map((node) => ({
        page,
        node,
        address: `${group.field.id}[${index}].${node.field.id}`,
        value: own(row, node.field.id),
        row: { group, index },
      })),
  );
}

export function visibleFields(model: Model, answers: Answers): VisibleField[] {
  const view = viewOf(model, answers);
  return model.pages
    .flatMap((page) => placesOf(view, page))
    .map(({ page, node, address }) => ({ pageId: page.page.id, address, field: node.field }));
}
