import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letter } from './letter.ts';

const title = { ky: 'Жыйынтык даяр', ru: 'Результат готов' };
const body = { ky: 'Биринчи\nЭкинчи', ru: 'Первая\n<script>"&' };

test('P573-7: a letter has both languages, the language of the person first', () => {
  const kyrgyz = letter({ title, body, language: 'ky' });
  assert.equal(kyrgyz.subject, 'Жыйынтык даяр');
  assert.equal(kyrgyz.text, 'Жыйынтык даяр\n\nБиринчи\nЭкинчи\n\n—\n\nРезультат готов\n\nПервая\n<script>"&');
  const russian = letter({ title, body, language: 'ru' });
  assert.equal(russian.subject, 'Результат готов');
  assert.ok(russian.text.indexOf('Результат') < russian.text.indexOf('Жыйынтык'));
  assert.match(russian.html, /<html lang="ru">.*<section lang="ru">.*<section lang="ky">/su);
});

test('what people wrote cannot become markup', () => {
  const { html } = letter({ title, body, language: 'ru' });
  assert.ok(html.includes('<p>Первая</p><p>&lt;script&gt;&quot;&amp;</p>'));
});
