import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { escapeHtml } from '../forms/escape.ts';
import { checkTexts } from './check.ts';
import { pickMarked, readInItsLanguage } from './fallback.ts';
import { languages } from './texts.ts';
import { mergeTexts, pickText, translator } from './translate.ts';
import { webTexts } from './web-texts.ts';

const src = path.join(import.meta.dirname, '..');

test('P573-7: every text of the pages is there in Kyrgyz, in Russian and in English, and every one is used', () => {
  assert.deepEqual(checkTexts({ texts: webTexts, sourceDirs: [src], languages }), {
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

test('Russian within an English page is marked as Russian, but not where no element may stand', () => {
  const text = { ky: 'Чүй', ru: 'Чуй <1>' };
  const said = escapeHtml(pickMarked(text, 'en'));
  const page = `<title>${said}</title><p data-x="${said}">${said}</p><option value="1">${said}</option>`;
  assert.equal(
    readInItsLanguage(page),
    '<title>Чуй &lt;1&gt;</title><p data-x="Чуй &lt;1&gt;"><span lang="ru">Чуй &lt;1&gt;</span></p><option value="1">Чуй &lt;1&gt;</option>',
  );
  assert.equal(pickMarked(text, 'ru'), 'Чуй <1>');
  assert.equal(pickMarked({ ...text, en: 'Chui' }, 'en'), 'Chui');
});

test('a key may not be given twice', () => {
  const book = { a: { ky: 'бар', ru: 'есть' } };
  assert.throws(() => mergeTexts(book, book), /"a" is given twice/);
});
