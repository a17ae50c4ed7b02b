import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formOf, page, typing, words } from '../testing/forms.ts';
import type { FileValue, PlainField } from '../types.ts';

const label = words('Field');
const options = ['a', 'b', 'c'].map((id) => ({ id, label: words(id) }));

type Case = readonly [typed: string, value: unknown];
type BadCase = readonly [typed: string, code: string];

/** A table of good and bad inputs of a field with one input. */
function table(field: PlainField, good: readonly Case[], bad: readonly BadCase[]): void {
  test(`${field.type}: reads what is good, keeps and explains what is not`, () => {
    for (const [typed, value] of good) {
      const result = typing(field, { x: typed });
      assert.deepEqual([result.value, result.codes], [value, []], typed);
    }
    for (const [typed, code] of bad) assert.deepEqual(typing(field, { x: typed }).codes, [code], typed);
  });
}

table(
  { id: 'x', type: 'text', label, minLength: 2, maxLength: 5 },
  [
    ['  Өмүр  ', 'Өмүр'],
    ['a \t b', 'a b'],
    ['и\u0306он', 'йон'],
    ['a\u202eb', 'ab'],
    ['😀😀😀😀😀', '😀😀😀😀😀'],
    ['   ', null],
  ],
  [
    ['a', 'too-short'],
    ['abcdef', 'too-long'],
  ],
);
table(
  { id: 'x', type: 'text', label, mask: 'AA9999999' },
  [
    ['id 1234567', 'ID1234567'],
    ['АН1234567', 'AH1234567'],
  ],
  [
    ['1234567', 'mask'],
    ['IDX234567', 'mask'],
    ['ЯЯ1234567', 'mask'],
  ],
);
table(
  { id: 'x', type: 'text', label, mask: '01 999 AAA' },
  [['01-123abc', '01 123 ABC']],
  [['02123abc', 'mask']],
);
table(
  { id: 'x', type: 'longText', label, maxLength: 7 },
  [['a\r\n\tb', 'a\n b']],
  [['12345678', 'too-long']],
);
table(
  { id: 'x', type: 'number', label, min: 1, max: 2000 },
  [
    ['12', 12],
    ['1 200', 1200],
  ],
  [
    ['0', 'too-small'],
    ['2001', 'too-big'],
    ['1,5', 'decimals'],
    ['a', 'number'],
    ['1e3', 'number'],
    ['12345678901234567', 'number'],
  ],
);
table(
  { id: 'x', type: 'number', label, decimals: 2 },
  [
    ['1,25', 1.25],
    ['-0', 0],
    ['−3.5', -3.5],
  ],
  [['0,125', 'decimals']],
);
table(
  { id: 'x', type: 'money', label, min: 100, max: 20_000_00 },
  [
    ['1 200,50', 120050],
    ['1200', 120000],
    ['1200 сом', 120000],
  ],
  [
    ['0', 'too-small'],
    ['20 000,01', 'too-big'],
    ['12,345', 'money'],
    ['-5', 'money'],
  ],
);
table({ id: 'x', type: 'choice', label, options }, [['a', 'a']], [['z', 'option']]);
table(
  { id: 'x', type: 'yesNo', label },
  [
    ['yes', true],
    ['no', false],
  ],
  [['true', 'option']],
);
table(
  { id: 'x', type: 'pin', label },
  [
    ['1 0102 1999 00123', '10102199900123'],
    ['21203202100001', '21203202100001'],
  ],
  [
    ['1010219990012', 'length'],
    ['30102199900123', 'begins'],
    ['13002199900123', 'date'],
    ['1010219990012a', 'digits'],
    ['11303202100001', 'future'],
  ],
);
table(
  { id: 'x', type: 'inn', label },
  [['0-1203-2021-00001', '01203202100001']],
  [
    ['11203202100001', 'begins'],
    ['03102202100001', 'date'],
    ['01303202100001', 'future'],
    ['0120320210000', 'length'],
  ],
);
table(
  { id: 'x', type: 'inn', label, begins: '9', datePart: false },
  [['99999999999999', '99999999999999']],
  [],
);
table(
  { id: 'x', type: 'phone', label },
  ['+996555123456', '0555 12-34-56', '996 (555) 123456', '555123456'].map((typed) => [
    typed,
    '+996555123456',
  ]),
  [
    ['12345', 'phone'],
    ['+7 999 123 45 67', 'phone'],
    ['555 12 34 5x', 'phone'],
    ['000000000', 'phone'],
  ],
);
table(
  { id: 'x', type: 'email', label },
  [[' Demo.Aigul@Example.KG ', 'Demo.Aigul@example.kg']],
  [
    ['demo', 'email'],
    ['demo@kg', 'email'],
    ['de mo@example.kg', 'email'],
    ['demo@example..kg', 'email'],
    ['demo@10.0.0.1', 'email'],
    [`${'d'.repeat(250)}@example.kg`, 'email'],
  ],
);

test('date: real days only, limits by today in Bishkek', () => {
  const field: PlainField = {
    id: 'x',
    type: 'date',
    label,
    min: 'today - duration("P10Y")',
    max: 'today',
  };
  const date = (day: string, month: string, year: string): ReturnType<typeof typing> =>
    typing(field, { 'x.day': day, 'x.month': month, 'x.year': year });
  assert.equal(date('29', '02', '2020').value, '2020-02-29');
  assert.deepEqual(date('12', '3', '2021').codes, []);
  assert.deepEqual(date('13', '3', '2021').codes, ['date-late']);
  assert.deepEqual(date('11', '3', '2011').codes, ['date-early']);
  assert.deepEqual(date('31', '2', '2021').codes, ['date-unreal']);
  assert.deepEqual(date('31', '', '2021').codes, ['date-incomplete']);
  assert.deepEqual(date('1', '2', '21').codes, ['date']);
  assert.match(date('31', '2', '2021').errors[0]?.what.ky ?? '', /мындай күн жок: 31\.2\.2021/u);
  assert.equal(date('', ' ', '').value, null);
});

test('date: today turns at midnight in Bishkek, not in UTC', () => {
  const form = formOf([page('only', [{ id: 'x', type: 'date', label, max: 'today' }])]);
  const at = (now: string): number => form.checkAll({ x: '2021-03-13' }, { now }).length;
  assert.equal(at('2021-03-12T17:59:59.999Z'), 1);
  assert.equal(at('2021-03-12T18:00:00.000Z'), 0);
});

test('several: in the order of the definition, within its limits', () => {
  const field: PlainField = { id: 'x', type: 'several', label, options, min: 2, max: 2 };
  assert.deepEqual(typing(field, { x: ['c', 'a', 'c'] }).value, ['a', 'c']);
  assert.deepEqual(typing(field, { x: 'a' }).codes, ['too-few']);
  assert.deepEqual(typing(field, { x: ['a', 'b', 'c'] }).codes, ['too-many']);
  assert.deepEqual(typing(field, { x: ['a', 'z'] }).codes, ['option']);
});

test('address: the parts a house is found by', () => {
  const field: PlainField = { id: 'x', type: 'address', label };
  const whole = { 'x.region': 'Чүй', 'x.district': 'Аламүдүн', 'x.street': ' Абай ', 'x.house': '1' };
  assert.deepEqual(typing(field, whole).value, {
    region: 'Чүй',
    district: 'Аламүдүн',
    street: 'Абай',
    house: '1',
  });
  assert.deepEqual(typing(field, whole).codes, []);
  const village = {
    'x.region': 'Нарын',
    'x.district': 'Ат-Башы',
    'x.settlement': 'Ача-Кайыңды',
    'x.house': '1',
  };
  assert.deepEqual(typing(field, village).codes, []);
  const half = typing(field, { 'x.region': 'Чүй' });
  assert.deepEqual(
    half.errors.map((error) => error.field),
    ['x.district', 'x.house', 'x.street'],
  );
  assert.deepEqual(typing(field, { ...whole, 'x.flat': '1'.repeat(101) }).codes, ['too-long']);
  assert.deepEqual(typing({ ...field, required: true }, { 'x.flat': ' ' }).codes, ['required']);
});

const scan: FileValue = {
  fileId: 'f1',
  name: 'паспорт.pdf',
  size: 2_000_000,
  sha256: 'a'.repeat(64),
  type: 'application/pdf',
};

test('file: named by id among those uploaded, of the right type and size', () => {
  const field: PlainField = { id: 'x', type: 'file', label, types: ['application/pdf'], maxSize: 3_000_000 };
  assert.deepEqual(typing(field, { 'x.fileId': 'f1' }, [scan]).value, scan);
  assert.deepEqual(typing(field, { 'x.fileId': 'f1' }, [scan]).codes, []);
  assert.deepEqual(typing(field, { 'x.fileId': 'f2' }, [scan]).codes, ['file-unknown']);
  assert.deepEqual(typing({ ...field, maxSize: 1000 }, { 'x.fileId': 'f1' }, [scan]).codes, ['file-size']);
  assert.deepEqual(typing({ ...field, types: ['image/png'] }, { 'x.fileId': 'f1' }, [scan]).codes, [
    'file-type',
  ]);
});

test('a value that came past the browser is held to the same form', () => {
  const form = formOf([
    page('only', [
      { id: 'phone', type: 'phone', label },
      { id: 'amount', type: 'number', label },
      { id: 'birth', type: 'date', label },
      { id: 'home', type: 'address', label },
      { id: 'scan', type: 'file', label, types: ['application/pdf'], maxSize: 3_000_000 },
      { id: 'sorts', type: 'several', label, options },
      { id: 'name', type: 'text', label },
    ]),
  ]);
  const codes = (answers: object): string[] =>
    form
      .checkAll(Object.fromEntries(Object.entries(answers)), { now: '2021-03-12T08:00:00.000Z' })
      .map((e) => e.code);
  assert.deepEqual(codes({ phone: '0555123456' }), ['shape']);
  assert.deepEqual(codes({ phone: 5 }), ['shape']);
  assert.deepEqual(codes({ amount: '5' }), ['shape']);
  assert.deepEqual(codes({ amount: 0.5 }), ['decimals']);
  assert.deepEqual(codes({ birth: '2021-02-31' }), ['date-unreal']);
  assert.deepEqual(codes({ home: ['a'] }), ['shape']);
  assert.deepEqual(codes({ home: { region: 'Чүй', planet: 'Mars' } }), ['shape']);
  assert.deepEqual(codes({ scan: { ...scan, sha256: 'no' } }), ['shape']);
  assert.deepEqual(codes({ scan: { ...scan, more: 1 } }), ['shape']);
  assert.deepEqual(codes({ sorts: ['b', 'a'] }), ['shape']);
  assert.deepEqual(codes({ name: { unread: 'well' } }), ['shape']);
  assert.deepEqual(codes({ name: ' a' }), ['shape']);
});
