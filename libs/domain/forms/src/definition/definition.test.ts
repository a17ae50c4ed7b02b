import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compileForm } from '../compile.ts';
import { definitionOf, page, problemsOf, words } from '../testing/forms.ts';
import type { CrossFieldRule, Field, Page, PlainField } from '../types.ts';

const label = words('Field');
const name: PlainField = { id: 'name', type: 'text', label };
const kind: PlainField = {
  id: 'kind',
  type: 'choice',
  label,
  options: ['new', 'old'].map((id) => ({ id, label: words(id) })),
};
const rule: CrossFieldRule = { id: 'r', at: 'name', check: 'name != kind', what: label, mend: label };

function fields(...list: readonly Field[]): string[] {
  return problemsOf(definitionOf([page('first', list)]));
}

function pages(...list: readonly Page[]): string[] {
  return problemsOf(definitionOf(list));
}

/** The definition of one field, with a part of it spoilt. */
function spoilt(field: object): string[] {
  return problemsOf({ ...definitionOf([]), pages: [{ id: 'first', title: label, fields: [field] }] });
}

test('P573-7: a missing translation is named with its place', () => {
  assert.deepEqual(spoilt({ ...name, label: { ky: 'Аты' } }), [
    'missing-translation /pages/0/fields/0/label/ru',
  ]);
  assert.deepEqual(spoilt({ ...name, hint: { ky: ' ', ru: 'Имя' } }), [
    'missing-translation /pages/0/fields/0/hint/ky',
  ]);
});

test('the shape: unknown types, unknown parts, missing parts', () => {
  assert.deepEqual(spoilt({ ...name, type: 'slider' }), ['unknown-type /pages/0/fields/0/type']);
  assert.deepEqual(spoilt({ ...name, validate: 'x' }), ['unknown-part /pages/0/fields/0/validate']);
  assert.deepEqual(spoilt({ ...kind, options: undefined }), ['missing /pages/0/fields/0/options']);
  assert.deepEqual(spoilt({ ...name, autofill: 'shoeSize' }), [
    'unknown-autofill /pages/0/fields/0/autofill',
  ]);
  assert.deepEqual(spoilt({ ...name, maxLength: -1 }), ['wrong-value /pages/0/fields/0/maxLength']);
  assert.deepEqual(problemsOf(definitionOf([])), ['wrong-value /pages']);
  for (const data of [null, 5, 'form', []]) assert.equal(compileForm(data).ok, false);
});

test('ids are unique in the whole form and are no words of FEEL', () => {
  const group: Field = { id: 'rows', type: 'group', label, rowLabel: label, fields: [name] };
  assert.deepEqual(fields(name, group), ['duplicate-id /pages/0/fields/1/fields/0/id']);
  assert.deepEqual(fields({ ...name, id: 'count' }), ['reserved-id /pages/0/fields/0/id']);
  assert.deepEqual(pages(page('a', [name]), page('a', [kind])), ['duplicate-id /pages/1/id']);
  assert.deepEqual(problemsOf(definitionOf([page('a', [name, kind])], [rule, rule])), [
    'duplicate-id /rules/1/id',
  ]);
});

test('limits that contradict each other, bounds that are no dates', () => {
  assert.deepEqual(fields({ ...name, minLength: 5, maxLength: 4 }), [
    'min-over-max /pages/0/fields/0/minLength',
  ]);
  assert.deepEqual(fields({ id: 'x', type: 'several', label, options: [...options(2)], min: 3 }), [
    'min-over-max /pages/0/fields/0/min',
  ]);
  assert.deepEqual(fields({ id: 'x', type: 'date', label, max: 'now' }), ['bad-bound /pages/0/fields/0/max']);
  assert.deepEqual(fields({ id: 'x', type: 'date', label, max: '5' }), ['bad-bound /pages/0/fields/0/max']);
  assert.deepEqual(fields({ id: 'x', type: 'date', label, min: 'today', max: 'date("2000-01-01")' }), [
    'min-over-max /pages/0/fields/0/min',
  ]);
});

function options(count: number): { id: string; label: typeof label }[] {
  return Array.from({ length: count }, (_, i) => ({ id: `o${i}`, label }));
}

test('options are told apart', () => {
  const twice = [...options(2), ...options(1)];
  assert.deepEqual(fields({ id: 'x', type: 'choice', label, options: twice }), [
    'duplicate-id /pages/0/fields/0/options/2/id',
  ]);
});

test('autofill fits the type of the field and stands outside groups', () => {
  assert.deepEqual(fields({ ...name, autofill: 'birthDate' }), ['autofill-type /pages/0/fields/0/autofill']);
  const group: Field = {
    id: 'rows',
    type: 'group',
    label,
    rowLabel: label,
    fields: [{ ...name, autofill: 'lastName' }],
  };
  assert.deepEqual(fields(group), ['autofill-in-group /pages/0/fields/0/fields/0/autofill']);
});

test('conditions parse and name only fields that stand earlier', () => {
  const at = ' /pages/0/fields/1/showWhen';
  assert.deepEqual(fields(kind, { ...name, showWhen: 'kind = ' }), [`bad-feel${at}`]);
  assert.deepEqual(fields(kind, { ...name, showWhen: 'sort = "new"' }), [`unknown-field${at}`]);
  assert.deepEqual(fields(kind, { ...name, showWhen: 'matches(kind, "(a+)+$")' }), [`regex${at}`]);
  assert.deepEqual(fields(kind, { ...name, showWhen: 'today > kind' }), [`clock-in-condition${at}`]);
  assert.deepEqual(fields({ ...name, showWhen: 'kind = "new"' }, kind), [
    'later-field /pages/0/fields/0/showWhen',
  ]);
  assert.deepEqual(fields(kind, { ...name, showWhen: 'name = "x"' }), [`later-field${at}`]);
  assert.deepEqual(pages(page('a', [kind]), page('b', [name], { showWhen: 'kind = "new"' })), []);
  assert.deepEqual(pages(page('a', [kind], { showWhen: 'kind = "new"' })), ['later-field /pages/0/showWhen']);
});

test('a condition that no answers fulfil is refused', () => {
  const sorts: Field = { id: 'sorts', type: 'several', label, options: options(3) };
  assert.deepEqual(pages(page('a', [kind]), page('b', [name], { showWhen: 'kind = "odl"' })), [
    'page-unreachable /pages/1/showWhen',
  ]);
  assert.deepEqual(fields(name, { ...kind, showWhen: 'false' }), [
    'field-unreachable /pages/0/fields/1/showWhen',
  ]);
  assert.deepEqual(fields(kind, sorts, { ...name, showWhen: 'kind = "old" and count(sorts) > 3' }), [
    'field-unreachable /pages/0/fields/2/showWhen',
  ]);
  assert.deepEqual(
    fields(kind, sorts, { ...name, showWhen: 'kind = "old" and list contains(sorts, "o2")' }),
    [],
  );
});

test('rows: a condition inside a row sees the row and what stands before the group', () => {
  const group = (showWhen: string): Field => ({
    id: 'rows',
    type: 'group',
    label,
    rowLabel: label,
    fields: [
      { id: 'other', type: 'yesNo', label },
      { ...name, showWhen },
    ],
  });
  assert.deepEqual(fields(kind, group('other = true and kind = "new"')), []);
  assert.deepEqual(fields(kind, group('name = "x"')), ['later-field /pages/0/fields/1/fields/1/showWhen']);
  const after = (showWhen: string): string[] =>
    fields(kind, group('other'), { id: 'last', type: 'text', label, showWhen });
  assert.deepEqual(after('other = true'), ['unknown-field /pages/0/fields/2/showWhen']);
  assert.deepEqual(after('count(rows[other = true]) > 0'), []);
});

test('rules: their field exists, their FEEL parses, nothing they name comes on a later page', () => {
  const two = [page('a', [name]), page('b', [kind])];
  const rules = (more: Partial<CrossFieldRule>): string[] =>
    problemsOf(definitionOf(two, [{ ...rule, ...more }]));
  assert.deepEqual(rules({}), ['later-field /rules/0/check']);
  assert.deepEqual(rules({ at: 'kind' }), []);
  assert.deepEqual(rules({ at: 'sort' }), ['unknown-field /rules/0/at']);
  assert.deepEqual(rules({ at: 'kind', check: 'kind > ' }), ['bad-feel /rules/0/check']);
  assert.deepEqual(rules({ at: 'kind', when: 'sort = 1' }), ['unknown-field /rules/0/when']);
  assert.deepEqual(rules({ at: 'kind', check: 'today > date("2020-01-01") and now != null' }), []);
});

test('every reason is said in both languages', () => {
  const long = compileForm(definitionOf([page('a', [{ ...name, maxLength: 50_000 }])]));
  assert.ok(!long.ok);
  assert.equal(long.problems[0]?.reason.ky, 'Туура эмес: өтө көп (<=, 20000).');
  const result = compileForm(definitionOf([page('a', [{ ...name, showWhen: 'sort' }])]));
  assert.ok(!result.ok);
  assert.match(result.problems[0]?.reason.ky ?? '', /«sort» деген талаа жок/u);
  assert.match(result.problems[0]?.reason.ru ?? '', /Поля «sort» нет/u);
});
