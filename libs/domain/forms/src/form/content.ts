import type { Answers, Row, Value } from '../types.ts';
import { canonicalJson } from './canonical.ts';
import type { GroupNode, Model } from './model.ts';
import { isEmpty, rowsOf } from './values.ts';
import { type View, viewOf } from './visible.ts';

interface Sifted {
  readonly answers: Record<string, Value>;
  readonly dropped: string[];
}

function siftRow(view: View, group: GroupNode, row: Row, address: string, dropped: string[]): Row {
  const visible = new Set(
    group.nodes.filter((node) => view.isRowFieldVisible(group, row, node)).map((node) => node.field.id),
  );
  const kept = Object.entries(row).filter(([id, value]) => {
    if (!visible.has(id) && !isEmpty(value)) dropped.push(`${address}.${id}`);
    return visible.has(id);
  });
  return Object.fromEntries(kept);
}

/** Answers that count, and the addresses of answers given that do not: hidden by a condition, or of no field. */
export function dropHidden(model: Model, answers: Answers): Sifted {
  const view = viewOf(model, answers);
  const sifted: Sifted = { answers: {}, dropped: [] };
  for (const [id, value] of Object.entries(answers)) {
    const node = model.nodes.get(id);
    if (node === undefined || !view.isVisible(id)) {
      if (!saysNothing(value)) sifted.dropped.push(id);
    } else if (node.kind === 'plain') sifted.answers[id] = value;
    else {
      sifted.answers[id] = rowsOf(value).map((row, index) =>
        siftRow(view, node, row, `${id}[${index}]`, sifted.dropped),
      );
    }
  }
  return sifted;
}

/** A group's rows may be there, as the page has them, with nothing in them. */
function saysNothing(value: Value | undefined): boolean {
  return isEmpty(value) || (rowsOf(value).length > 0 && rowsOf(value).every((row) => isBlank(row)));
}

function isBlank(row: Row): boolean {
  return Object.values(row).every((value) => isEmpty(value));
}

function withoutEmpty(record: Row): Row {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

/** The text that is hashed and signed: which form in which version, and every answer that counts. */
export function canonicalContent(model: Model, answers: Answers): string {
  const kept = withoutEmpty(dropHidden(model, answers).answers);
  const content: Record<string, Value> = {};
  for (const [id, value] of Object.entries(kept)) {
    content[id] = model.nodes.get(id)?.kind === 'group' ? rowsOf(value).map(withoutEmpty) : value;
  }
  const { id: form, version } = model.definition;
  return canonicalJson({ form, version, answers: content });
}
