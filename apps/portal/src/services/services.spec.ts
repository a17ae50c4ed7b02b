import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { loadService } from '@kyzmat/service-definition';
import { openStage, type Stage } from '../testing/stage.ts';
import { service } from '../testing/samples.ts';
import { visitor } from '../testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const page = `/services/${service}`;

test('P573-6a, P573-13b: before anything is started, the page tells procedure, term and how it is counted, price, documents, signature, provider, appeal and law', async () => {
  const told = {
    ky: [
      'Кадамдары',
      '2 жумуш күнү',
      'Эмне үчүн дал ушул күн?',
      'Акысыз',
      'Эмне керек',
      'Жөнөкөй: телефонго келген код',
      'Демо мекеме',
      'Макул болбосоңуз',
      '«Ички миграция жөнүндө»',
      'Качан баш тартышы мүмкүн',
    ],
    en: [
      'How it goes',
      '2 working days',
      'Why this date?',
      'Free',
      'What you need',
      'Simple: you sign with a code',
      '<span lang="ru">Демо-учреждение</span>',
      'If you disagree',
      'Law of the Kyrgyz Republic on internal migration, article 20.',
      'When it can be refused',
    ],
  };
  for (const [language, words] of Object.entries(told)) {
    const { text } = await visitor(stage, language).get(page);
    for (const each of words) assert.ok(text.includes(each), `${language}: ${each}`);
    // Printed, it leads back to itself.
    assert.match(text, /<svg class="kz-share__qr"[^>]* role="img"/);
    assert.ok(text.includes(`http://127.0.0.1:1${page}`));
  }
});

test('P573-8b: that a proved identity is demanded, and by which law, is told before anything is started', async () => {
  const folder = new URL(`../../../../catalogue/${service}/`, import.meta.url);
  const loaded = await loadService((file) => readFile(new URL(file, folder), 'utf8'));
  assert.ok(loaded.ok);
  const own = {
    ...loaded.definition.service,
    identityFrom: ['esi', 'qualified'] as const,
    identityBasis: { ky: 'Демо мыйзам, 7-статья', ru: 'Демо-закон, статья 7' },
  };
  const providerName = { ky: 'Демо мекеме', ru: 'Демо-учреждение' };
  const published = { code: service, version: 1, contentHash: 'x', publishedAt: '2026-11-20T04:00:00.000Z' };
  const definition = { ...loaded.definition, service: own };
  assert.doesNotMatch((await visitor(stage, 'ru').get(page)).text, /Подтверждение личности/u);
  const demanding = await openStage();
  demanding.standIns.also.set(`GET /services/${service}/versions/1`, () => {
    return { ...published, providerName, definition };
  });
  const { text } = await visitor(demanding, 'ru').get(page);
  await demanding.stop();
  assert.match(text, /должна подтвердить ЕСИ или квалифицированный сертификат[^]*Демо-закон, статья 7/u);
});

test('P573-6a: programs read the same as JSON-LD', async () => {
  const answer = await visitor(stage).get(`${page}.json`);
  assert.match(answer.headers['content-type'] ?? '', /^application\/ld\+json/);
  const data: unknown = JSON.parse(answer.text);
  assert.ok(typeof data === 'object' && data !== null && '@type' in data && 'offers' in data);
  assert.equal(data['@type'], 'GovernmentService');
  assert.deepEqual(data.offers, {
    '@type': 'Offer',
    priceCurrency: 'KGS',
    price: '0.00',
    priceSpecification: [],
  });
  assert.equal((await visitor(stage).get('/services/no-such.json')).status, 404);
});

test('P573-6a: a mistyped query finds; one that finds nothing says what to do, and how to see everything', async () => {
  const who = visitor(stage, 'ru');
  for (const query of ['порписка', 'ghjgbcrf', 'propiska', 'прописку'])
    assert.ok((await who.get(`/services?q=${encodeURIComponent(query)}`)).text.includes(page), query);
  const none = await who.get('/services?q=%3Cscript%3E');
  assert.equal(none.status, 200);
  assert.match(none.text, /По запросу «&lt;script&gt;» ничего не нашлось/);
  assert.match(none.text, /href="\/services"/);
  assert.equal((await who.get('/services?page=99&group=documents')).status, 200);
});

test('P573-14d, P573-21, P573-25, C22-3c: an application is formed only in the cabinet of somebody registered and signed in', async () => {
  const someone = visitor(stage);
  for (const path of [
    `${page}/apply`,
    '/cabinet',
    '/cabinet/applications/x',
    '/cabinet/drafts/x/pages/person',
  ]) {
    const { status, headers } = await someone.get(path);
    assert.equal(status, 303, path);
    assert.equal(headers['location'], `/sign-in?to=${encodeURIComponent(path)}`);
  }
  await someone.post(`${page}/apply`);
  assert.equal(stage.standIns.drafts.size, 0);
  const registered = visitor(stage);
  await registered.signIn('aigul', '/cabinet');
  const started = await registered.post(`${page}/apply`);
  assert.match(started.headers['location'] ?? '', /^\/cabinet\/drafts\//);
  const form = await registered.get(`${started.headers['location'] ?? ''}/pages/person`);
  assert.match(form.text, /<form [^>]*data-form/);
});
