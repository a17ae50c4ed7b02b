import type { Expression } from '../feel/feel.ts';
import type { Answers, StaleAnswer, Text } from '../types.ts';
import { readAddress } from './address.ts';
import { dropHidden } from './content.ts';
import type { GroupNode, Model, Node, PageNode } from './model.ts';

/** The questions that conditions ask about, in words; names inside a row are those of its own group first. */
function labelsOf(
  model: Model,
  conditions: readonly (Expression | undefined)[],
  group?: GroupNode,
): readonly Text[] {
  const names = new Set(conditions.flatMap((condition) => [...(condition?.names ?? [])]));
  return [...names].flatMap((name) => {
    const inner = group?.nodes.find(({ field }) => field.id === name);
    const node: Node | undefined = inner ?? model.nodes.get(name);
    return node === undefined ? [] : [node.field.label];
  });
}

function staleAt(model: Model, address: string): StaleAnswer | undefined {
  const { id, row } = readAddress(address);
  const node = model.nodes.get(id);
  const page: PageNode | undefined = model.pageOf.get(id);
  if (node === undefined || page === undefined) return undefined;
  if (row === undefined || node.kind !== 'group') {
    return {
      field: address,
      label: node.field.label,
      because: labelsOf(model, [node.showWhen, page.showWhen]),
    };
  }
  const part = node.nodes.find(({ field }) => field.id === row.id);
  if (part === undefined) return undefined;
  return { field: address, label: part.field.label, because: labelsOf(model, [part.showWhen], node) };
}

/** Answers given that no longer count because another answer has hidden their question, and which answers did. */
export function staleAnswers(model: Model, answers: Answers): StaleAnswer[] {
  return dropHidden(model, answers).dropped.flatMap((address) => staleAt(model, address) ?? []);
}
