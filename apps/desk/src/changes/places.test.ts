import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import { placesOf } from './places.ts';

const catalogue = new URL('../../../../catalogue/', import.meta.url);

async function service(code: string): Promise<ServiceDefinition> {
  const check = await loadService((file) => readFile(new URL(`${code}/${file}`, catalogue), 'utf8'));
  assert.ok(check.ok);
  return check.definition;
}

test('P573-17c: a changed text is shown as it was and as it will be, by its name in the words of the reader', async () => {
  const before = await service('residence-certificate');
  const { title, term } = before.service;
  const after: ServiceDefinition = {
    ...before,
    service: {
      ...before.service,
      version: 9,
      title: { ...title, ru: 'Новая справка' },
      term: { ...term, count: 5 },
      group: 'law',
    },
  };
  assert.deepEqual(placesOf(before, after, 'ru'), [
    { name: 'Тема', before: 'Документы и регистрация', after: 'Право и безопасность' },
    { name: 'Название › на русском', lang: 'ru', before: title.ru, after: 'Новая справка' },
    { name: 'Срок › Количество', before: '2', after: '5' },
  ]);
  assert.deepEqual(placesOf(before, before, 'ky'), []);
});

test('P573-17c: of a form a field is found by its question, wherever it stands', async () => {
  const before = await service('residence-certificate');
  const [first, ...rest] = before.form.pages;
  assert.ok(first);
  const [gone, ...kept] = first.fields;
  assert.ok(gone);
  const after = { ...before, form: { ...before.form, pages: [{ ...first, fields: kept }, ...rest] } };
  const places = placesOf(before, after, 'ky');
  assert.ok(places.length > 1);
  for (const { name, after: now } of places) {
    assert.ok(
      name.startsWith(`Арыздын формасы › Барак «${first.title.ky}» › Талаа «${gone.label.ky}»`),
      name,
    );
    assert.equal(now, undefined);
  }
});

test('every part of every service of the catalogue has a name in words', async () => {
  for (const code of await readdir(catalogue)) {
    for (const { name } of placesOf(undefined, await service(code), 'ru'))
      for (const part of name.split(' › ')) assert.match(part, /^[А-ЯЁа-яё№«]/u, `${code}: ${name}`);
  }
});
