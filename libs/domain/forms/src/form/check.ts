import { dateIn } from '../calendar.ts';
import { feelDate, feelInstant } from '../feel/feel.ts';
import { fault, misshapen, missing } from '../fields/fault.ts';
import { type Fault, isList, type Moment, noFaults, own, type Said } from '../fields/handler.ts';
import type { Answers, CheckContext, FieldError } from '../types.ts';
import { fieldAt } from './address.ts';
import { errorAt } from './errors.ts';
import type { GroupNode, Model, PageNode, RuleNode } from './model.ts';
import { faultsOf, isEmpty, rowsOf } from './values.ts';
import { type Place, placesOf, placesOfNode, type View, viewOf } from './visible.ts';

function momentOf({ now }: CheckContext): Moment {
  return { now, today: dateIn(now) };
}

function rowCountFaults(node: GroupNode, place: Place): readonly Fault[] {
  const { field } = node;
  if (place.value !== undefined && place.value !== null && !isList(place.value))
    return [misshapen(field.label)];
  const count = rowsOf(place.value).length;
  const least = Math.max(field.minRows ?? 0, field.required === true ? 1 : 0);
  const most = field.maxRows ?? 10;
  if (count < least) {
    const mend: Said = {
      ky: `Кеминде ${least} жазуу кошуңуз.`,
      ru: `Добавьте записей: не меньше ${least}.`,
      en: `Add entries until there are ${least}.`,
    };
    const what: Said = {
      ky: `${count} жазуу бар, бул аз.`,
      ru: `записей: ${count}, этого мало.`,
      en: `${count} entries are too few.`,
    };
    return [fault(field.label, 'too-few-rows', what, mend)];
  }
  if (count <= most) return noFaults;
  const mend: Said = {
    ky: `${most} жазуудан ашпасын.`,
    ru: `Оставьте не больше ${most} записей.`,
    en: `Keep ${most} entries at most.`,
  };
  const what: Said = {
    ky: `${count} жазуу бар, бул көп.`,
    ru: `записей: ${count}, это много.`,
    en: `${count} entries are too many.`,
  };
  return [fault(field.label, 'too-many-rows', what, mend)];
}

/** The check of one place of the form on its own: format, then the limits of its definition. */
function placeFaults(place: Place, moment: Moment): readonly Fault[] {
  const { node, value } = place;
  if (node.kind === 'group') return rowCountFaults(node, place);
  if (value === undefined || value === null || isEmpty(value)) {
    return node.field.required === true ? [missing(node.field.label, node.handler.mendEmpty)] : noFaults;
  }
  return faultsOf(node, value, moment);
}

function placeErrors(place: Place, moment: Moment): FieldError[] {
  return placeFaults(place, moment).map((found) => errorAt(place.address, found));
}

function lookIn(view: View, moment: Moment): (name: string) => unknown {
  return (name) => {
    if (name === 'today') return feelDate(moment.today);
    if (name === 'now') return feelInstant(moment.now);
    return view.feel(name);
  };
}

/** Fields a rule speaks about. */
function fieldsOf(model: Model, { check, when, rule }: RuleNode): string[] {
  return [rule.at, ...check.names, ...(when?.names ?? [])].filter((name) => model.nodes.has(name));
}

/** The errors a field has by itself, rows included. */
function fieldErrors(model: Model, id: string, view: View, moment: Moment): FieldError[] {
  const page = model.pageOf.get(id);
  const node = model.nodes.get(id);
  if (page === undefined || node === undefined) return [];
  return placesOfNode(view, page, node).flatMap((place) => placeErrors(place, moment));
}

/**
 * A rule holds only when FEEL says true; null or a warning fails it. It is not asked while its field is hidden, nor
 * when a field it speaks about is wrong by itself: one mistake is said once.
 */
function ruleErrors(model: Model, node: RuleNode, view: View, moment: Moment): FieldError[] {
  const { rule, when, check } = node;
  if (!view.isVisible(rule.at)) return [];
  const look = lookIn(view, moment);
  if (when !== undefined && when.run(look) !== true) return [];
  if (check.run(look) === true) return [];
  const wrong = fieldsOf(model, node).some((id) => fieldErrors(model, id, view, moment).length > 0);
  return wrong ? [] : [{ field: rule.at, code: rule.id, what: rule.what, mend: rule.mend }];
}

function pageErrors(model: Model, page: PageNode, view: View, moment: Moment): FieldError[] {
  return [
    ...placesOf(view, page).flatMap((place) => placeErrors(place, moment)),
    ...page.rules.flatMap((rule) => ruleErrors(model, rule, view, moment)),
  ];
}

export function checkPage(model: Model, page: PageNode, answers: Answers, ctx: CheckContext): FieldError[] {
  return pageErrors(model, page, viewOf(model, answers), momentOf(ctx));
}

/** All pages with the present answers: exactly what the pages say one by one. */
export function checkAll(model: Model, answers: Answers, ctx: CheckContext): FieldError[] {
  const view = viewOf(model, answers);
  const moment = momentOf(ctx);
  return model.pages.flatMap((page) => pageErrors(model, page, view, moment));
}

/** Whether errors of a place are asked for by an address, which may name the place, what is in it, or one input of it. */
function asked(address: string, place: Place): ((error: FieldError) => boolean) | undefined {
  if (place.address === address || place.address.startsWith(`${address}[`)) return () => true;
  if (place.node.kind === 'group' || !address.startsWith(`${place.address}.`)) return undefined;
  const last = `${place.address}.${place.node.handler.parts.at(-1) ?? ''}`;
  return (error) => error.field === address || address === last;
}

/**
 * The check after one field (P573-26a). An address of one input of several (`home.street`) gives what is wrong with
 * that input, of the last one (`birthDate.year`) everything. Rules wait until every field they speak about is answered.
 */
export function checkField(model: Model, address: string, answers: Answers, ctx: CheckContext): FieldError[] {
  const id = fieldAt(address);
  const page = model.pageOf.get(id);
  const node = model.nodes.get(id);
  if (page === undefined || node === undefined) return [];
  const view = viewOf(model, answers);
  const moment = momentOf(ctx);
  const errors = placesOfNode(view, page, node).flatMap((place) => {
    const wanted = asked(address, place);
    return wanted === undefined ? [] : placeErrors(place, moment).filter(wanted);
  });
  const answered = (name: string): boolean => !isEmpty(own(answers, name));
  const rules = page.rules.filter((rule) => rule.rule.at === id && fieldsOf(model, rule).every(answered));
  return [...errors, ...rules.flatMap((rule) => ruleErrors(model, rule, view, moment))];
}
