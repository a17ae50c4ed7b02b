import assert from 'node:assert/strict';
import test from 'node:test';
import { guidePages, renderStyleGuide } from './guide.ts';

const each = guidePages.flatMap((page) => (['ky', 'ru', 'en'] as const).map((lang) => ({ page, lang })));

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}

for (const { page, lang } of each) {
  test(`P573-7: the page "${page}" of the guide is whole in ${lang}`, () => {
    const html = renderStyleGuide(page, lang);
    assert.match(html, new RegExp(`<html lang="${lang}"`));
    assert.equal(all(html, /<(h1)[ >]/g).length, 1, 'one main heading');
    assert.doesNotMatch(html, /undefined|\[object Object\]|GOV\.UK|style="|<script>|onclick=/);
    if (lang !== 'en')
      assert.doesNotMatch(html, /\b(Error|Previous|Next|Important|Success|Warning|Page|Day)\b/);
  });

  test(`P573-11: every name and description on "${page}" in ${lang} is where it points`, () => {
    const html = renderStyleGuide(page, lang);
    const ids = all(html, / id="([^"]+)"/g);
    assert.deepEqual(ids, [...new Set(ids)], 'ids are unique');
    const pointed = [
      ...all(html, / for="([^"]+)"/g),
      ...all(html, / aria-(?:describedby|labelledby)="([^"]+)"/g).flatMap((list) => list.split(' ')),
      ...all(html, /<li>\s*<a href="#(f-[^"]+)"/g),
    ];
    assert.deepEqual(
      pointed.filter((id) => !ids.includes(id)),
      [],
    );
    const inputs = all(html, /<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"/g);
    const labelled = all(html, / for="([^"]+)"/g);
    assert.deepEqual(
      inputs.filter((id) => !labelled.includes(id)),
      [],
      'every input has a label',
    );
  });
}

test('P573-26b: an error is in the title, on top, and at its field in two parts', () => {
  const html = renderStyleGuide('form-errors', 'ru');
  assert.match(html, /<title>Ошибка: О вас — Кызмат<\/title>/);
  assert.match(html, /Исправьте, пожалуйста, 6 ответов/);
  assert.match(html, /id="f-firstName-error"[\s\S]*?Имя не указано\.[\s\S]*?Напишите его, как в паспорте\./);
  assert.match(
    html,
    /<input[^>]*id="f-firstName"[^>]*aria-describedby="f-firstName-error"[^>]*aria-invalid="true"/,
  );
});

test('P573-27d: what was typed is shown again, parts, rows and choices too', () => {
  const html = renderStyleGuide('form-errors', 'ky');
  for (const value of ['value="31"', 'value="1990"', 'value="Нарын облусу"', 'Автобуста калтырып койдум.']) {
    assert.ok(html.includes(value), value);
  }
  assert.match(html, /value="no" checked/);
  assert.equal(all(html, /name="languages" type="checkbox" value="(\w+)" checked/g).join(), 'ky,ru');
});

test('a stand-in is marked on every page and does not wear the mark of the portal in its header', () => {
  const html = renderStyleGuide('service', 'ky', 'sandbox');
  assert.match(html, /Сыноо стенди/);
  assert.doesNotMatch(html, /kz-brand__mark/);
});

test('a page is small enough for a slow network', () => {
  for (const page of guidePages) assert.ok(Buffer.byteLength(renderStyleGuide(page, 'ky')) < 30_000, page);
});
