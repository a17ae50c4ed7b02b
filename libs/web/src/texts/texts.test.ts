import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { checkTexts } from './check.ts';
import { mergeTexts, pickText, translator } from './translate.ts';
import { webTexts } from './web-texts.ts';

const src = path.join(import.meta.dirname, '..');

test('P573-7: every text of the pages is there in Kyrgyz and in Russian, and every one is used', () => {
  assert.deepEqual(checkTexts({ texts: webTexts, sourceDirs: [src] }), {
    missing: [],
    unused: [],
    unknown: [],
  });
});

test('P573-7: no text is left in the other language', () => {
  for (const [key, text] of Object.entries(webTexts)) {
    const same = JSON.stringify(text.ky) === JSON.stringify(text.ru);
    assert.ok(!same || ['web.brand', 'web.som'].includes(key), `${key} reads the same in Kyrgyz and Russian`);
    assert.doesNotMatch(JSON.stringify(text.ru), /[ңөү]/i, `${key} has Kyrgyz letters in Russian`);
  }
});

test('P573-7: the check finds a missing language, a lost parameter, an unused and an unknown text', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'kyzmat-texts-'));
  writeFileSync(
    path.join(dir, 'page.njk'),
    `{{ t('a.ok') }} {{ t('a.blank') }} {{ t('a.gone') }} {{ t('stage.' + stage) }}`,
  );
  writeFileSync(path.join(dir, 'page.ts'), 'say(`kind.${kind}`); t("a.param", { name });');
  const whole = { ky: 'бар', ru: 'есть' };
  const texts = {
    'a.ok': whole,
    'a.blank': { ky: '', ru: 'есть' },
    'a.param': { ky: '{name} бар', ru: 'есть' },
    'a.unused': whole,
    'stage.submitted': whole,
    'kind.state': whole,
  };
  const faults = checkTexts({ texts, sourceDirs: [dir] });
  rmSync(dir, { recursive: true });
  assert.deepEqual(faults, { missing: ['a.blank', 'a.param'], unused: ['a.unused'], unknown: ['a.gone'] });
});

test('P573-7: a text takes the form of its number and fills in its parameters', () => {
  const t = translator(webTexts, 'ru');
  assert.equal(t('web.errors', { count: 1 }), 'Исправьте, пожалуйста, 1 ответ');
  assert.equal(t('web.errors', { count: 3 }), 'Исправьте, пожалуйста, 3 ответа');
  assert.equal(t('web.errors', { count: 11 }), 'Исправьте, пожалуйста, 11 ответов');
  const step = translator(webTexts, 'ky')('web.step', { current: 2, total: 5, name: 'дарегиңиз' });
  assert.equal(step, '5 кадамдын 2-кадамы: дарегиңиз');
});

test('a text that is not there, or lacks a parameter, is an error of ours', () => {
  const t = translator(webTexts, 'ky');
  assert.throws(() => t('web.nothing'), /web\.nothing/);
  assert.throws(() => t('web.page'), /needs "page"/);
});

test('a visitor reads Russian where there is no English', () => {
  assert.equal(pickText({ ky: 'бар', ru: 'есть' }, 'en'), 'есть');
  assert.equal(translator({ a: { ky: 'бар', ru: 'есть' } }, 'en')('a'), 'есть');
});

test('a key may not be given twice', () => {
  const book = { a: { ky: 'бар', ru: 'есть' } };
  assert.throws(() => mergeTexts(book, book), /"a" is given twice/);
});
