import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatSom, isTyiyn, parseSom } from './amounts.ts';

const languages = ['ky', 'ru', 'en'] as const;
const tyiyn = fc.nat({ max: Number.MAX_SAFE_INTEGER });

test('soms as people type them', () => {
  assert.equal(parseSom('1 200,50'), 120_050);
  assert.equal(parseSom('1200.5'), 120_050);
  assert.equal(parseSom(' 1\u00a0200 сом '), 120_000);
  assert.equal(parseSom('1\u202f234\u202f567,89'), 123_456_789);
  assert.equal(parseSom('0,05'), 5);
  assert.equal(parseSom('007'), 700);
  assert.equal(parseSom('250 СОМ'), 25_000);
});

test('what is no amount is no amount', () => {
  const wrong = [
    '',
    ' ',
    'сом',
    '-5',
    '+5',
    '12 00',
    '1 2000',
    '1,234',
    '1.200,50',
    '1e3',
    '5,',
    ',5',
    '٣',
    '1 200,5 тыйын',
  ];
  for (const text of wrong) assert.equal(parseSom(text), undefined, text);
});

test('an amount is never rounded to fit: too great a sum is refused', () => {
  assert.equal(parseSom('90071992547409,91'), Number.MAX_SAFE_INTEGER);
  assert.equal(parseSom('90071992547409,92'), undefined);
  assert.equal(parseSom('9'.repeat(400)), undefined);
});

test('amounts for people keep together and show tyiyn only where there are some', () => {
  assert.equal(formatSom(120_000, 'ky'), '1\u00a0200\u00a0сом');
  assert.equal(formatSom(120_050, 'ru'), '1\u00a0200,50\u00a0сом');
  assert.equal(formatSom(120_050, 'en'), '1,200.50\u00a0som');
  assert.equal(formatSom(0, 'ky'), '0\u00a0сом');
  assert.equal(formatSom(7, 'ky'), '0,07\u00a0сом');
});

test('great sums keep their tyiyn', () => {
  assert.equal(
    formatSom(Number.MAX_SAFE_INTEGER, 'ky').replaceAll('\u00a0', ' '),
    '90 071 992 547 409,91 сом',
  );
});

test('what is shown in Kyrgyz or Russian reads back as the same amount', () => {
  fc.assert(
    fc.property(tyiyn, fc.constantFrom('ky', 'ru'), (amount, lang) => {
      assert.equal(parseSom(formatSom(amount, lang)), amount);
    }),
  );
});

test('no text makes anything but an amount or undefined', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789 ,.\u00a0-сом')) }), (text) => {
      const parsed = parseSom(text);
      assert.ok(parsed === undefined || isTyiyn(parsed));
    }),
  );
});

test('only whole, safe, not negative numbers are amounts', () => {
  for (const wrong of [-1, 0.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1]) {
    assert.equal(isTyiyn(wrong), false);
    for (const lang of languages) assert.throws(() => formatSom(wrong, lang), RangeError);
  }
});
