import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ctx, formOf, page, words } from '../testing/forms.ts';
import { goodAnswers, passportForm, scan } from '../testing/passport.ts';
import type { Answers, Field, FieldError, PlainField, Profile } from '../types.ts';

const form = passportForm();

function codes(errors: readonly FieldError[]): string[] {
  return errors.map(({ field, code }) => `${field} ${code}`);
}

test('good answers pass the whole check', () => {
  assert.deepEqual(codes(form.checkAll(goodAnswers, ctx)), []);
});

test('P573-26a: the check comes after each field, before any other is filled', () => {
  const { values } = form.parsePage('person', { personalNumber: '30102199900123' });
  assert.deepEqual(codes(form.checkField('personalNumber', values, ctx)), ['personalNumber begins']);
  assert.deepEqual(codes(form.checkField('phone', values, ctx)), []);
});

test('P573-26a: the whole form is checked again at submission, by the same check', () => {
  const answers = {
    ...goodAnswers,
    ...form.parsePage('person', { personalNumber: '30102199900123' }).values,
  };
  const all = form.checkAll(answers, ctx);
  const pages = form.definition.pages.flatMap(({ id }) => form.checkPage(id, answers, ctx));
  assert.deepEqual(all, pages);
  assert.deepEqual(
    form.checkField('personalNumber', answers, ctx)[0],
    all.find((e) => e.field === 'personalNumber'),
  );
});

test('P573-26b: each error says what is wrong and how to mend it, at its field, in each language', () => {
  const { values } = form.parsePage('person', { lastName: '', 'birth.day': '31', 'birth.month': '2' });
  const errors = form.checkPage('person', values, ctx);
  assert.deepEqual(codes(errors), [
    'lastName required',
    'personalNumber required',
    'birth date-incomplete',
    'home required',
  ]);
  for (const error of errors) {
    for (const text of [error.what, error.mend].flatMap(({ ky, ru, en = '' }) => [ky, ru, en]))
      assert.match(text, /\p{L}{3}/u);
    assert.ok(!error.what.ky.includes(error.mend.ky) && !error.what.ru.includes(error.mend.ru));
  }
  assert.deepEqual(errors[2]?.what, {
    ky: '«Birth (ky)»: жылы жазылган эмес.',
    ru: '«Birth (ru)»: не хватает: год.',
    en: '“Birth (ru)”: this is missing: year.',
  });
});

const profile: Profile = {
  kind: 'natural',
  pin: '10102199900123',
  lastName: 'Демо Сынакова',
  birthDate: '1999-02-01',
  phone: '0555 123456',
  email: 'not an address',
  address: { region: 'Чүй', district: 'Аламүдүн', street: 'Абай', house: '1' },
};

test('P573-27c: a new form opens with the values of ESI in place', () => {
  const { answers, filled } = form.applyAutofill(profile, {});
  assert.deepEqual(answers, {
    lastName: 'Демо Сынакова',
    personalNumber: '10102199900123',
    birth: '1999-02-01',
    home: { region: 'Чүй', district: 'Аламүдүн', street: 'Абай', house: '1' },
    phone: '+996555123456',
  });
  assert.deepEqual(filled, ['lastName', 'personalNumber', 'birth', 'home', 'phone']);
});

test('P573-27c: what was typed, wrongly typed or emptied is never overwritten', () => {
  const { values } = form.parsePage('person', {
    lastName: 'Башка',
    personalNumber: '12',
    'home.street': 'Ош',
  });
  const { answers, filled } = form.applyAutofill(profile, values);
  assert.deepEqual(filled, []);
  assert.deepEqual(answers, values);
  assert.deepEqual(answers['birth'], null);
});

test('P573-27c: organisations are filled too', () => {
  const legal = formOf([
    page('only', [
      { id: 'company', type: 'text', label: words('c'), autofill: 'organisation.name' },
      { id: 'companyNumber', type: 'inn', label: words('i'), autofill: 'organisation.inn' },
      { id: 'seat', type: 'address', label: words('s'), autofill: 'organisation.address' },
      { id: 'head', type: 'text', label: words('h'), autofill: 'organisation.headName' },
    ]),
  ]);
  const organisation = { name: 'Демо ЖЧК', inn: '00102202000123', headName: 'Демо Башчы' };
  assert.deepEqual(legal.applyAutofill({ kind: 'legal', organisation }, {}).answers, {
    company: 'Демо ЖЧК',
    companyNumber: '00102202000123',
    head: 'Демо Башчы',
  });
});

test('P573-27d: back to any page and on again, right and wrong values are all there', () => {
  const first = {
    lastName: 'Демо',
    personalNumber: '12a',
    'birth.day': '31',
    'birth.month': '2',
    'home.flat': '7',
  };
  let answers: Answers = form.parsePage('person', first).values;
  answers = { ...answers, ...form.parsePage('names', { changed: 'no' }).values };
  answers = { ...answers, ...form.parsePage('order', { kind: 'usual', amount: 'көп' }).values };
  assert.deepEqual(form.renderPage('person', answers), first);
  assert.deepEqual(form.renderPage('order', answers), { kind: 'usual', amount: 'көп' });
  assert.deepEqual(form.typed('birth', answers), { day: '31', month: '2' });
  assert.equal(form.typed('amount', answers), 'көп');
});

test('P573-27d: answers hidden by another choice come back with the choice', () => {
  const answers = { ...goodAnswers, changed: false };
  assert.deepEqual(
    form.visiblePages(answers).map(({ id }) => id),
    ['person', 'names', 'order'],
  );
  assert.deepEqual(form.dropHidden(answers).dropped, ['surnames', 'issued', 'proof', 'story']);
  assert.deepEqual(codes(form.checkAll({ ...answers, issued: { unread: 'x' } }, ctx)), []);
  assert.equal(form.canonicalContent({ ...answers, changed: true }), form.canonicalContent(goodAnswers));
});

test('a hidden field counts as empty for conditions that name it', () => {
  const chain = formOf([
    page('only', [
      { id: 'a', type: 'yesNo', label: words('a') },
      { id: 'b', type: 'yesNo', label: words('b'), showWhen: 'a' },
      { id: 'c', type: 'text', label: words('c'), showWhen: 'b' },
    ]),
  ]);
  const seen = (answers: Answers): string[] => chain.visibleFields(answers).map(({ address }) => address);
  assert.deepEqual(seen({ a: true, b: true }), ['a', 'b', 'c']);
  assert.deepEqual(seen({ a: false, b: true }), ['a']);
});

test('rows: read by their numbers, empty ones fall away, errors name their place', () => {
  const raw = {
    changed: 'yes',
    'surnames[2].surname': '',
    'surnames[2].why': 'other',
    'surnames[5].surname': ' ',
    'surnames[0].surname': 'Бир',
    'surnames[0].why': 'marriage',
    'surnames[0].since.day': '31',
    'surnames[0].since.month': '4',
    'surnames[0].since.year': '2000',
  };
  const { values, errors } = form.parsePage('names', raw);
  assert.deepEqual(values['surnames'], [
    {
      surname: 'Бир',
      why: 'marriage',
      whyText: null,
      since: { unread: { day: '31', month: '4', year: '2000' } },
    },
    { surname: null, why: 'other', whyText: null, since: null },
  ]);
  assert.deepEqual(codes(errors), ['surnames[0].since date-unreal']);
  assert.deepEqual(codes(form.checkPage('names', values, ctx)), [
    'surnames[0].since date-unreal',
    'surnames[1].surname required',
    'surnames[1].whyText required',
  ]);
  assert.deepEqual(codes(form.checkField('surnames[1].surname', values, ctx)), [
    'surnames[1].surname required',
  ]);
  assert.equal(form.typed('surnames[0].surname', values), 'Бир');
});

test('rows: as many as the form wants', () => {
  const rows = (count: number): Answers => ({
    changed: true,
    surnames: Array.from({ length: count }, () => ({ surname: 'Бир', why: 'marriage' })),
  });
  assert.deepEqual(codes(form.checkPage('names', rows(0), ctx)), ['surnames too-few-rows']);
  assert.deepEqual(codes(form.checkPage('names', rows(3), ctx)), []);
  assert.deepEqual(codes(form.checkPage('names', rows(4), ctx)), ['surnames too-many-rows']);
  assert.deepEqual(codes(form.checkPage('names', { changed: true, surnames: 'x' }, ctx)), ['surnames shape']);
  const name: PlainField = { id: 'name', type: 'text', label: words('n') };
  const rowLabel = words('r');
  const group: Field = {
    id: 'rows',
    type: 'group',
    label: rowLabel,
    rowLabel,
    fields: [name],
    required: true,
  };
  const needed = formOf([page('only', [group])]);
  assert.deepEqual(codes(needed.checkAll({}, ctx)), ['rows too-few-rows']);
});

test('rules: fail on false, wait for a wrong field to be mended, say their words at their field', () => {
  const older = { ...goodAnswers, issued: '1999-01-31' };
  assert.deepEqual(codes(form.checkPage('document', older, ctx)), ['issued issued-after-birth']);
  assert.deepEqual(codes(form.checkField('issued', older, ctx)), ['issued issued-after-birth']);
  assert.deepEqual(form.checkField('issued', older, ctx)[0]?.mend, words('Check both dates'));
  const wrongBirth = { ...older, birth: { unread: { day: '1' } } };
  assert.deepEqual(codes(form.checkAll(wrongBirth, ctx)), ['birth date-incomplete']);
  assert.deepEqual(codes(form.checkAll({ ...older, issued: null }, ctx)), []);
});

test('rules: money is whole tyiyn; null fails the rule, and the field check waits for empty fields', () => {
  assert.deepEqual(codes(form.checkPage('order', { ...goodAnswers, price: 250000, amount: 2 }, ctx)), []);
  assert.deepEqual(codes(form.checkPage('order', { ...goodAnswers, price: 250001, amount: 2 }, ctx)), [
    'price affordable',
  ]);
  const noNumber = { ...goodAnswers, amount: null };
  assert.deepEqual(codes(form.checkField('price', noNumber, ctx)), []);
  assert.deepEqual(codes(form.checkPage('order', noNumber, ctx)), ['price affordable']);
});

test('an input of several: its own error at once, the whole after the last one', () => {
  const { values } = form.parsePage('person', { 'home.region': 'Чүй', 'birth.day': '31' });
  assert.deepEqual(codes(form.checkField('home.region', values, ctx)), []);
  assert.deepEqual(codes(form.checkField('home.house', values, ctx)), ['home.house address-incomplete']);
  assert.equal(form.checkField('home', values, ctx).length, 3);
  assert.deepEqual(codes(form.checkField('birth.day', values, ctx)), []);
  assert.deepEqual(codes(form.checkField('birth.year', values, ctx)), ['birth date-incomplete']);
});

test('files are taken only from those uploaded to the draft', () => {
  assert.deepEqual(form.parsePage('document', { 'proof.fileId': 'f1' }, [scan]).values['proof'], scan);
  const stranger = form.parsePage('document', { 'proof.fileId': 'f9', 'proof.name': 'x' }, [scan]);
  assert.deepEqual(codes(stranger.errors), ['proof file-unknown']);
});

test('content: the same answers give the same text, whatever their order; empties and strangers do not count', () => {
  const turned = Object.fromEntries(Object.entries(goodAnswers).reverse());
  assert.equal(form.canonicalContent(turned), form.canonicalContent(goodAnswers));
  assert.equal(form.canonicalContent({ ...goodAnswers, stranger: 'x' }), form.canonicalContent(goodAnswers));
  const small: Answers = { lastName: 'Ө', changed: false, phone: null, copies: [] };
  assert.equal(
    form.canonicalContent(small),
    '{"answers":{"changed":false,"lastName":"Ө"},"form":"sample","version":3}',
  );
});

test('content: hidden fields of rows do not count', () => {
  const answers = { ...goodAnswers, surnames: [{ surname: 'Бир', why: 'marriage', whyText: 'калган' }] };
  const { answers: kept, dropped } = form.dropHidden({ ...answers, stranger: 1 });
  assert.deepEqual(dropped, ['surnames[0].whyText', 'stranger']);
  assert.deepEqual(kept['surnames'], [{ surname: 'Бир', why: 'marriage' }]);
});

test('words: every visible field in both languages', () => {
  const rows = form.describe(goodAnswers, 'ky').flatMap((described) => described.rows);
  const text = (id: string): string | undefined => rows.find(({ fieldId }) => fieldId === id)?.text;
  assert.equal(text('birth'), '1999-ж., 1-февраль');
  assert.equal(text('home'), 'Бишкек, Биринчи май, Чүй, үй 1, бат. 2');
  assert.equal(text('phone'), '+996 555 123 456');
  assert.equal(text('changed'), 'Ооба');
  assert.equal(text('copies'), 'ky (ky), ru (ky)');
  assert.equal(text('price')?.replaceAll('\u00a0', ' '), '1 200,50 сом');
  assert.equal(text('proof')?.replaceAll('\u00a0', ' '), 'scan.pdf (1 КБ)');
  assert.equal(text('surnames[0].since'), '2018-ж., 2-январь');
  assert.equal(text('surnames[1].since'), 'Көрсөтүлгөн эмес');
  assert.equal(text('surnames'), undefined);
  assert.equal(
    rows.find(({ fieldId }) => fieldId === 'surnames[1].surname')?.label,
    'Surname (ky) 2: Surname (ky)',
  );
  const russian = form.describe({ ...goodAnswers, changed: false, issued: null }, 'ru');
  assert.deepEqual(
    russian.map(({ pageId, page: title }) => `${pageId}: ${title}`),
    ['person: person (ru)', 'names: names (ru)', 'order: order (ru)'],
  );
});

test('words: what could not be read is shown as it was typed', () => {
  const { values } = form.parsePage('person', { 'birth.day': '31', 'birth.month': '2', phone: 'жок' });
  const [person] = form.describe(values, 'ru');
  assert.equal(person?.rows.find(({ fieldId }) => fieldId === 'birth')?.text, '31 2');
  assert.equal(person.rows.find(({ fieldId }) => fieldId === 'phone')?.text, 'жок');
});

test('a page the form does not have is a mistake of the program', () => {
  assert.throws(() => form.checkPage('nowhere', {}, ctx), RangeError);
  assert.deepEqual(form.checkField('nowhere', {}, ctx), []);
});
