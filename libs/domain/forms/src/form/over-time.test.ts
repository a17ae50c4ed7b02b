import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileForm } from '../compile.ts';
import { ctx, definitionOf, page, words } from '../testing/forms.ts';
import { goodAnswers, passportForm } from '../testing/passport.ts';
import type { Field } from '../types.ts';
import { formChanges } from './changes.ts';

const form = passportForm();

test('P573-27d: a changed branch tells which answers no longer count and which question decides it', () => {
  const answers = { ...goodAnswers, changed: false, kind: 'usual' };
  const stale = form.staleAnswers(answers);
  assert.deepEqual(
    stale.map(({ field, because }) => [field, because.map(({ ru }) => ru)]),
    [
      ['surnames', ['Changed (ru)']],
      ['issued', ['Changed (ru)']],
      ['proof', ['Changed (ru)']],
      ['story', ['Changed (ru)']],
      ['employer', ['Kind (ru)']],
    ],
  );
  for (const { field } of stale) assert.ok(!form.canonicalContent(answers).includes(`"${field}"`), field);
  assert.deepEqual(form.staleAnswers(goodAnswers), []);
  const untouched = { ...goodAnswers, changed: false, surnames: [{ surname: null, why: '' }] };
  const named = form.staleAnswers(untouched).map(({ field }) => field);
  assert.ok(!named.includes('surnames'), 'rows with nothing in them are no answer');
});

test('a row names its own question as the reason', () => {
  const [first] = form.staleAnswers({
    changed: true,
    surnames: [{ surname: 'Мурунку', why: 'marriage', whyText: 'калган', since: null }],
  });
  assert.deepEqual([first?.field, first?.because], ['surnames[0].whyText', [words('Why')]]);
});

test('an earlier request fills only what was never asked, in fields mapped alike', () => {
  const { answers, filled } = form.prefill(form, goodAnswers, { lastName: 'Жаңы', phone: null }, ctx);
  assert.equal(answers['lastName'], 'Жаңы');
  assert.equal(answers['phone'], null);
  assert.equal(answers['mail'], 'demo@example.kg');
  assert.ok(filled.includes('surnames') && !filled.includes('proof'), 'files stay where they were sent');
  assert.deepEqual(form.checkAll({ ...answers, phone: null }, ctx), []);
});

test('of another form only the same data of the person are taken, and only if they are good today', () => {
  const fields: Field[] = [
    { id: 'family', type: 'text', label: words('Family'), autofill: 'lastName' },
    { id: 'kind', type: 'text', label: words('Kind') },
    { id: 'born', type: 'date', label: words('Born'), autofill: 'birthDate', min: 'date("2005-01-01")' },
  ];
  const compiled = compileForm({ ...definitionOf([page('only', fields)]), id: 'other' });
  assert.ok(compiled.ok);
  const { answers } = compiled.form.prefill(form, goodAnswers, {}, ctx);
  assert.deepEqual(answers, { family: 'Демо Сынакова' });
});

test('a new version tells which questions came, went and changed', () => {
  const text = (id: string, more: object = {}): Field => ({ id, type: 'text', label: words(id), ...more });
  const before = definitionOf([page('one', [text('same'), text('gone'), text('longer')])]);
  const after = definitionOf([
    page('one', [text('same'), text('longer', { maxLength: 9 })]),
    page('two', [text('new')]),
  ]);
  assert.deepEqual(formChanges(before, after), [
    { kind: 'changed', about: words('longer'), page: 'one' },
    { kind: 'added', about: words('new'), page: 'two' },
    { kind: 'removed', about: words('gone') },
  ]);
});
