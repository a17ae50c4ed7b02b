import type { Answers, CheckContext, CompiledForm, Field, Value } from '../types.ts';
import { own } from '../fields/handler.ts';
import { checkField } from './check.ts';
import type { Model } from './model.ts';
import { isEmpty, isUnread } from './values.ts';
import { viewOf } from './visible.ts';

/** Files stay with the application they were sent with. */
function hasFile(field: Field): boolean {
  return field.type === 'file' || (field.type === 'group' && field.fields.some(hasFile));
}

/** Two fields that ask for the same: mapped to the same datum of a person, or the same question of the same form. */
function isAlike(field: Field, other: Field, sameForm: boolean): boolean {
  if (field.type !== other.type || hasFile(field)) return false;
  if (field.autofill !== undefined || other.autofill !== undefined) return field.autofill === other.autofill;
  return sameForm && field.id === other.id;
}

/**
 * Fills what was never asked yet from an earlier request of the same person. Only fields mapped alike are taken, only
 * where the question is asked with these answers, and only a value the field finds good today.
 */
export function prefill(
  model: Model,
  from: CompiledForm,
  earlier: Answers,
  answers: Answers,
  ctx: CheckContext,
): { answers: Answers; filled: readonly string[] } {
  const sameForm = from.definition.id === model.definition.id;
  const others = from.definition.pages.flatMap(({ fields }) => fields);
  const counting = from.dropHidden(earlier).answers;
  let filledIn = answers;
  const filled: string[] = [];
  for (const { field } of model.nodes.values()) {
    if (Object.hasOwn(filledIn, field.id)) continue;
    const other = others.find((each) => isAlike(field, each, sameForm) && !isEmpty(own(counting, each.id)));
    const value: Value | undefined = other && own(counting, other.id);
    if (value === undefined || isUnread(value) || !viewOf(model, filledIn).isVisible(field.id)) continue;
    const candidate = { ...filledIn, [field.id]: value };
    if (checkField(model, field.id, candidate, ctx).length > 0) continue;
    filledIn = candidate;
    filled.push(field.id);
  }
  return { answers: filledIn, filled };
}
