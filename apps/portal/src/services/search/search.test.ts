import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { loadService } from '@kyzmat/service-definition';
import { foldedWords, otherLayouts } from './fold.ts';
import { searchOf, type Searchable } from './search.ts';

const catalogue = path.join(import.meta.dirname, '../../../../../catalogue');
type Coded = Searchable & { readonly code: string };
let services: Coded[] = [];

before(async () => {
  const loaded = readdirSync(catalogue).map((code) =>
    loadService((file) => Promise.resolve(readFileSync(path.join(catalogue, code, file), 'utf8'))),
  );
  services = (await Promise.all(loaded)).flatMap((each) => {
    if (!each.ok) return [];
    const { code, title, summary, searchWords } = each.definition.service;
    return [{ code, title, summary, searchWords: Object.values(searchWords).flat() }];
  });
});

const residence = 'residence-certificate';
const criminal = 'criminal-record-certificate';
const licence = 'alcohol-retail-licence';

/** As people type: what must come first. */
const typed: readonly (readonly [query: string, first: string])[] = [
  // Words of the three alphabets.
  ['прописка', residence],
  ['propiska', residence],
  ['жашаган жери', residence],
  ['jashagan jeri', residence],
  ['zhashagan zheri', residence],
  ['соттуулук', criminal],
  ['sottuuluk', criminal],
  ['судимость', criminal],
  ['sudimost', criminal],
  ['criminal record', criminal],
  ['лицензия', licence],
  ['licence', licence],
  ['alcohol licence', licence],
  // Without a Kyrgyz keyboard.
  ['дукон', licence],
  ['дүкөн', licence],
  ['dükön', licence],
  ['маалымкат дарек', residence],
  // Endings.
  ['прописку', residence],
  ['о прописке', residence],
  ['справку о несудимости', criminal],
  ['соттуулугум жок', criminal],
  ['даректи', residence],
  ['дүкөнгө лицензия', licence],
  ['лицензияны', licence],
  // Slips.
  ['пропиская', residence],
  ['прописка.', residence],
  ['порписка', residence],
  ['прапска', residence],
  ['судимасть', criminal],
  ['судимсоть', criminal],
  ['несудимасть', criminal],
  ['сотулук', criminal],
  ['соттулук', criminal],
  ['лецензия', licence],
  ['лиценция', licence],
  ['алкаголь', licence],
  ['алкаголдук', licence],
  ['licens', licence],
  ['lisence', licence],
  ['alchohol', licence],
  ['residense certificate', residence],
  ['crimnal', criminal],
  // The keyboard in the other alphabet, Kyrgyz letters on its signs too.
  ['ghjgbcrf', residence],
  ['celbvjcnm', criminal],
  ['kbwtypbz', licence],
  ['cjnneeker', criminal],
  ['fkrjujkm', licence],
  ['дшсутсу', licence],
  ['зкщзшылф', residence],
  // Whole questions.
  ['как получить справку о судимости', criminal],
  ['прописка кантип алуу керек', residence],
  ['how to get a criminal record', criminal],
  ['где взять лицензию на водку', licence],
];

test(`${typed.length} queries as people type them find their service first`, () => {
  const search = searchOf(services);
  const wrong = typed.flatMap(([query, first]) => {
    const [found] = search(query).services;
    return found?.code === first ? [] : [[query, found?.code ?? 'nothing']];
  });
  assert.deepEqual(wrong, []);
});

test('what nobody offers is not found, and a query that fits in part says so', () => {
  const search = searchOf(services);
  for (const query of ['самолёт', 'xyz', 'уч', '12345', 'паспорт кыргызпочта'])
    assert.deepEqual(search(query).services, [], query);
  const { services: some, whole } = search('справка самолёт');
  assert.equal(whole, false);
  assert.deepEqual(some.map(({ code }) => code).sort(), [criminal, residence]);
});

test('nothing asked shows everything in its order; signs alone are nothing', () => {
  const search = searchOf(services);
  for (const query of ['  ', '?!', 'ъь']) assert.deepEqual(search(query), { services, whole: true });
});

test('one spelling for all: ң and н, ө and о, ү and у, capitals, accents, Latin', () => {
  assert.deepEqual(foldedWords('Чүй, Ысык-Көл!'), ['чуи', 'исик', 'кол']);
  for (const word of ['түндүк', 'ТҮНДҮК', 'тундук', 'tunduk', 'Tündük'])
    assert.deepEqual(foldedWords(word), ['тундук'], word);
  assert.deepEqual(otherLayouts('ghjgbcrf'), ['прописка']);
});
