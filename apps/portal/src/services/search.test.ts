import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainWords, search } from './search.ts';

const text = (ky: string, ru: string, en = ''): { ky: string; ru: string; en: string } => ({ ky, ru, en });
const residence = {
  title: text('Жашаган жери боюнча маалымкат', 'Справка о месте жительства', 'Certificate of residence'),
  summary: text('Дарегиңизди тастыктайт.', 'Подтверждает ваш адрес.'),
  searchWords: ['турак жай', 'прописка', 'propiska'],
};
const criminal = {
  title: text('Соттуулугу жок экени тууралуу маалымкат', 'Справка о несудимости'),
  summary: text('Жумушка орношууда керек.', 'Нужна для работы.'),
  searchWords: ['сот', 'судимость'],
};
const mountain = {
  title: text('Көл жээгиндеги үй, өңүр жана түндүк', 'Дом у озера'),
  summary: text('Жер.', 'Земля.'),
  searchWords: ['участок'],
};
const all = [residence, criminal, mountain];

test('ң and н, ө and о, ү and у are the same to a search, and so is Latin', () => {
  for (const query of [
    'түндүк',
    'тундук',
    'tunduk',
    'TÜNDÜK'.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''),
  ])
    assert.deepEqual(search(all, query), [mountain], query);
  for (const query of ['өңүр', 'онур', 'onur']) assert.deepEqual(search(all, query), [mountain], query);
  for (const query of ['propiska', 'прописка', 'прописку', 'Прописки?'])
    assert.deepEqual(search(all, query), [residence], query);
});

test('every word must fit; the title counts most; endings are forgiven', () => {
  assert.deepEqual(search(all, 'маалымкаттар'), [residence, criminal]);
  assert.deepEqual(search(all, 'справка судимость'), [criminal]);
  assert.deepEqual(search(all, 'справка самолёт'), []);
  assert.deepEqual(search(all, 'сот'), [criminal]);
});

test('nothing asked shows everything; signs alone are nothing', () => {
  assert.deepEqual(search(all, '  '), all);
  assert.deepEqual(search(all, '?!'), all);
  assert.deepEqual(plainWords('Чүй, Ысык-Көл!'), ['чуи', 'исик', 'кол']);
});
