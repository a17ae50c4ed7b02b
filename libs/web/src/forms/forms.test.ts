import assert from 'node:assert/strict';
import test from 'node:test';
import { translator } from '../texts/translate.ts';
import { webTexts } from '../texts/web-texts.ts';
import { control } from './control.ts';
import { errorList, fieldId } from './errors.ts';
import { type FieldDefinition, fieldViews } from './views.ts';

const label = { ky: 'Аты', ru: 'Имя' };
const what = { ky: 'Ката.', ru: 'Ошибка.' };
const mend = { ky: 'Оңдоңуз.', ru: 'Исправьте.' };
const t = translator(webTexts, 'ky');

const fields: readonly FieldDefinition[] = [
  { id: 'birth', type: 'date', label, required: true, autofill: 'birthDate' },
  { id: 'home', type: 'address', label, required: true },
  {
    id: 'names',
    type: 'group',
    label,
    rowLabel: label,
    fields: [{ id: 'surname', type: 'text', label, required: true }],
  },
];

const views = (errors: readonly string[], rows = 1) =>
  fieldViews({
    fields,
    addressLabels: {
      region: label,
      district: label,
      settlement: label,
      street: label,
      house: label,
      flat: label,
    },
    typed: () => undefined,
    rows: () => rows,
    errors: errors.map((field) => ({ field, what, mend })),
  });

test('an input has one id, whatever its place in the form', () => {
  assert.equal(fieldId('surname'), 'f-surname');
  assert.equal(fieldId('home.street'), 'f-home-street');
  assert.equal(fieldId('children[0].name'), 'f-children-0-name');
});

test('P573-26b: the summary lists errors in the order of the page, each leading to an input', () => {
  const list = errorList(views(['names[1].surname', 'home.house', 'home', 'birth', 'names'], 2));
  assert.deepEqual(
    list.map(({ href }) => href),
    ['#f-birth-day', '#f-home-region', '#f-home-house', '#f-names-0-surname', '#f-names-1-surname'],
  );
});

test('P573-26b: a message has what is wrong and how to mend it, and no HTML of its own', () => {
  const { error } = control(
    { name: 'a', label, errors: [{ what: '<b>кыска</b>', mend: 'узартыңыз' }] },
    'ky',
    t,
  );
  assert.match(error?.html ?? '', /&lt;b&gt;кыска&lt;\/b&gt;.*узартыңыз/);
});

test('a group with no rows leads to its button', () => {
  assert.deepEqual(
    errorList(views(['names'], 0)).map(({ href }) => href),
    ['#f-names'],
  );
});

test('rows of a group have full names and stop at the most allowed', () => {
  const group = views([], 10).find(({ name }) => name === 'names');
  assert.equal(group?.rows?.[9]?.fields[0]?.name, 'names[9].surname');
  assert.equal(group.canAdd, false);
});

test('what is optional says so; what is required needs no mark', () => {
  const html = (required: boolean) => control({ name: 'a', label, required }, 'ky', t).label.html;
  assert.match(html(false), /милдеттүү эмес/);
  assert.equal(html(true), 'Аты');
});

test('browsers are told what a field is for (WCAG 1.3.5)', () => {
  assert.equal(views([])[0]?.autocomplete, 'bday');
  assert.equal(control({ name: 'a', type: 'phone', label }, 'ky', t).kind.autocomplete, 'tel');
  assert.equal(control({ name: 'a', type: 'pin', label }, 'ky', t).kind.inputmode, 'numeric');
});
