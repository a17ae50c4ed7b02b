import { type Expression, feelOf } from '../feel/feel.ts';
import { type Handler } from '../fields/handler.ts';
import { handlerOf } from '../fields/index.ts';
import type { CrossFieldRule, Feel, Field, FormDefinition, GroupField, Page, PlainField } from '../types.ts';

/** A plain field with what it can do. */
export interface PlainNode {
  readonly kind: 'plain';
  readonly field: PlainField;
  readonly handler: Handler;
  readonly showWhen: Expression | undefined;
}
export interface GroupNode {
  readonly kind: 'group';
  readonly field: GroupField;
  readonly nodes: readonly PlainNode[];
  readonly showWhen: Expression | undefined;
}
export type Node = PlainNode | GroupNode;

export interface RuleNode {
  readonly rule: CrossFieldRule;
  readonly check: Expression;
  readonly when: Expression | undefined;
}

export interface PageNode {
  readonly page: Page;
  readonly nodes: readonly Node[];
  readonly rules: readonly RuleNode[];
  readonly showWhen: Expression | undefined;
}

/** A form with everything parsed: the one thing all questions to a form work on. */
export interface Model {
  readonly definition: FormDefinition;
  readonly pages: readonly PageNode[];
  /** Top-level fields by id. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** The page of each top-level field. */
  readonly pageOf: ReadonlyMap<string, PageNode>;
}

function condition(source: Feel | undefined): Expression | undefined {
  return source === undefined ? undefined : feelOf(source);
}

function plainNode(field: PlainField): PlainNode {
  return { kind: 'plain', field, handler: handlerOf(field), showWhen: condition(field.showWhen) };
}

function nodeOf(field: Field): Node {
  if (field.type !== 'group') return plainNode(field);
  return {
    kind: 'group',
    field,
    nodes: field.fields.map(plainNode),
    showWhen: condition(field.showWhen),
  };
}

function ruleNode(rule: CrossFieldRule): RuleNode {
  return { rule, check: feelOf(rule.check), when: condition(rule.when) };
}

/** Parses every condition of a definition that passed its check. */
export function createModel(definition: FormDefinition): Model {
  const rules = (definition.rules ?? []).map(ruleNode);
  const pages = definition.pages.map((page): PageNode => {
    const ids = new Set(page.fields.map((field) => field.id));
    return {
      page,
      nodes: page.fields.map(nodeOf),
      rules: rules.filter(({ rule }) => ids.has(rule.at)),
      showWhen: condition(page.showWhen),
    };
  });
  const placed = pages.flatMap((page) => page.nodes.map((node) => [node.field.id, page, node] as const));
  return {
    definition,
    pages,
    nodes: new Map(placed.map(([id, , node]) => [id, node])),
    pageOf: new Map(placed.map(([id, page]) => [id, page])),
  };
}
