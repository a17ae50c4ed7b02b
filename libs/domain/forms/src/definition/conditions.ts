import { compileFeel, type Expression } from '../feel/feel.ts';
import { regexFunctions } from '../feel/names.ts';
import type { CrossFieldRule, DefinitionProblem, Feel, FormDefinition } from '../types.ts';
import { problem } from './problem.ts';
import { canHold } from './reach.ts';
import type { Standing } from './scope.ts';

interface Scope {
  readonly fields: ReadonlyMap<string, Standing>;
  /** Whether `today` and `now` may be named. */
  readonly clock: boolean;
  /** The group whose rows the expression is asked in. */
  readonly group: string | undefined;
  /** Whether a field stands early enough to be named. */
  readonly allowed: (standing: Standing) => boolean;
}

function unknownField(place: string, name: string): DefinitionProblem {
  return problem(place, 'unknown-field', `«${name}» деген талаа жок.`, `Поля «${name}» нет.`);
}

/** A name inside `rows[…]` may be of a field of that row: allowed where the group itself is named. */
function nameProblem(
  place: string,
  name: string,
  names: readonly string[],
  scope: Scope,
): DefinitionProblem[] {
  if (name === 'today' || name === 'now') {
    if (scope.clock) return [];
    const ky = 'Шарт күндөн көз каранды болбошу керек: кол коюлган мазмун өзгөрүп кетет.';
    const ru = 'Условие не должно зависеть от дня: подписанное содержание изменится.';
    return [problem(place, 'clock-in-condition', ky, ru)];
  }
  if (regexFunctions.has(name)) {
    const ky = `«${name}» колдонулбайт: талаанын «mask» үлгүсүн бериңиз.`;
    return [problem(place, 'regex', ky, `«${name}» не используют: задайте полю образец «mask».`)];
  }
  if (name === 'item') return [];
  const standing = scope.fields.get(name);
  if (standing === undefined) return [unknownField(place, name)];
  const { group } = standing;
  if (group !== undefined && group !== scope.group && !names.includes(group))
    return [unknownField(place, name)];
  if (scope.allowed(standing)) return [];
  const ky = `«${name}» кийин суралат, азырынча белгисиз.`;
  return [problem(place, 'later-field', ky, `«${name}» спрашивают позже, ответа ещё нет.`)];
}

function readFeel(
  source: Feel,
  place: string,
  scope: Scope,
): { expression: Expression } | { problems: DefinitionProblem[] } {
  const compiled = compileFeel(source);
  if (!compiled.ok) {
    const ky = `FEEL туюнтмасы ${compiled.at}-белгиден баштап окулбайт.`;
    const ru = `Выражение FEEL не читается со знака ${compiled.at}.`;
    return { problems: [problem(place, 'bad-feel', ky, ru)] };
  }
  const { names } = compiled.expression;
  const problems = names.flatMap((name) => nameProblem(place, name, names, scope));
  return problems.length > 0 ? { problems } : { expression: compiled.expression };
}

/** A condition of a page or a field: readable, and true for some answers. */
function showWhenProblems(
  source: Feel | undefined,
  place: string,
  code: 'page-unreachable' | 'field-unreachable',
  scope: Scope,
): DefinitionProblem[] {
  if (source === undefined) return [];
  const read = readFeel(source, place, scope);
  if ('problems' in read) return read.problems;
  if (canHold(read.expression, scope.fields)) return [];
  const ky = 'Эч бир жоопто шарт аткарылбайт, бул эч качан көрсөтүлбөйт.';
  return [problem(place, code, ky, 'Условие не выполнится ни при каких ответах, это никогда не покажут.')];
}

function ruleProblems(
  rule: CrossFieldRule,
  place: string,
  fields: ReadonlyMap<string, Standing>,
): DefinitionProblem[] {
  const at = fields.get(rule.at);
  if (at === undefined || at.group !== undefined) return [unknownField(`${place}/at`, rule.at)];
  const scope: Scope = { fields, clock: true, group: undefined, allowed: ({ page }) => page <= at.page };
  const sources: readonly (readonly [string, Feel | undefined])[] = [
    ['check', rule.check],
    ['when', rule.when],
  ];
  return sources.flatMap(([name, source]) => {
    if (source === undefined) return [];
    const read = readFeel(source, `${place}/${name}`, scope);
    return 'problems' in read ? read.problems : [];
  });
}

/** What is wrong with the FEEL of a definition: it does not parse, names nothing, looks ahead, can never hold. */
export function conditionProblems(
  definition: FormDefinition,
  standings: readonly Standing[],
): DefinitionProblem[] {
  const fields = new Map(standings.map((standing) => [standing.field.id, standing]));
  const pages = definition.pages.flatMap((page, index) =>
    showWhenProblems(page.showWhen, `/pages/${index}/showWhen`, 'page-unreachable', {
      fields,
      clock: false,
      group: undefined,
      allowed: (standing) => standing.page < index,
    }),
  );
  const shown = standings.flatMap(({ field, place, turn, group }) =>
    showWhenProblems(field.showWhen, `${place}/showWhen`, 'field-unreachable', {
      fields,
      clock: false,
      group,
      allowed: (standing) => standing.turn < turn,
    }),
  );
  const rules = (definition.rules ?? []).flatMap((rule, i) => ruleProblems(rule, `/rules/${i}`, fields));
  return [...pages, ...shown, ...rules];
}
