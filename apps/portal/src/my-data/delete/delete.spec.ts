import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { openStage, type Stage } from '../../testing/stage.ts';
import { code } from '../../testing/samples.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';

let stage: Stage;
let items: Applications['HeldItem'][];
let gone: Applications['GoneItem'][] = [];
const asked: unknown[] = [];
let approved = '';

before(async () => {
  stage = await openStage();
  const { also } = stage.standIns;
  also.set('GET /erasures', () => ({ items, gone }));
  also.set('POST /erasures', (_subject, _address, body) => {
    asked.push(JSON.parse(body));
    const erased = items.filter(({ id }) => body.includes(`"${id}"`)).map(({ id }) => id);
    items = items.filter(({ id }) => !erased.includes(id));
    return { erased };
  });
});
after(() => stage.stop());

const item = (id: string, more: Partial<Applications['HeldItem']> = {}): Applications['HeldItem'] => ({
  id,
  kind: 'application',
  reference: `REF-${id}`,
  serviceTitle: { ky: 'Справка', ru: 'Справка' },
  at: '2025-03-12T04:00:00.000Z',
  standing: 'erasable',
  ...more,
});

async function at(person: string, language = 'ky'): Promise<Visitor> {
  const who = visitor(stage, language);
  await who.signIn(person);
  return who;
}

test('P573-27e: the page says what may go, what stays, by which rule and until when', async () => {
  items = [
    item('a'),
    item('b', { standing: 'year', ruleId: 'P573-27e', until: '2026-03-12T18:00:00.000Z' }),
    item('c', { standing: 'held' }),
    item('d', { standing: 'breach' }),
    item('e', { standing: 'open' }),
  ];
  for (const [language, words] of Object.entries({
    ky: ['Азыр өчүрсө болот', 'кеминде бир жыл сакталат (Эрежелердин 27-пункту)', 'токтотуп койгон'],
    ru: ['Можно удалить сейчас', 'не меньше года (пункт 27 Правил)', 'Удаление приостановлено'],
    en: ['Can be deleted now', 'at least a year (paragraph 27 of the Rules)', 'stopped its deletion'],
  })) {
    const { text } = await (await at('aigul', language)).get('/my-data/delete');
    for (const word of words) assert.ok(text.includes(word), word);
    assert.equal(text.split('name="ids"').length, 2, 'only what may go can be chosen');
  }
});

test('P573-49: it goes with a fresh code for exactly what was chosen, and the page says what is gone', async () => {
  items = [item('a'), item('b'), item('c')];
  const who = await at('aigul');
  await who.get('/my-data/delete');
  const nothing = await who.post('/my-data/delete');
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Эч нерсе тандалган жок/);
  const foreign = await who.post('/my-data/delete', { ids: 'of-somebody-else' });
  assert.equal(foreign.status, 422);

  stage.standIns.also.set('POST /signing-requests', (_subject, _address, body) => {
    approved = body;
    return { id: 'r1', sentTo: '+996 *** *** 01', expiresAt: '2026-03-12T18:00:00.000Z' };
  });
  stage.standIns.also.set('POST /signing-requests/r1/confirm', (_subject, _address, body) => {
    const message = { ky: 'Код туура эмес.', ru: 'Код не подходит.' };
    return body.includes(code) ? { signature: 's1' } : stage.standIns.refuse(422, 'wrong_code', { message });
  });
  const chosen = await who.post('/my-data/delete', { ids: 'b' });
  assert.equal(chosen.headers['location'], '/my-data/delete/code');
  assert.ok(approved.includes(createHash('sha256').update('b').digest('hex')));
  assert.match((await who.get('/my-data/delete/code')).text, /\+996 \*\*\* \*\*\* 01/);
  for (const wrong of ['12', '000000']) {
    const { status, text } = await who.post('/my-data/delete/code', { code: wrong });
    assert.deepEqual([status, asked.length], [422, 0]);
    assert.match(text, /error-summary|kz-errors/);
  }
  const done = await who.post('/my-data/delete/code', { code });
  assert.equal(done.headers['location'], '/my-data/delete?gone=1');
  assert.deepEqual(asked, [{ ids: ['b'], signature: 's1' }]);
  const { text } = await who.get('/my-data/delete?gone=1');
  assert.ok(text.includes('Өчүрүлдү: 1') && text.includes('REF-a') && !text.includes('REF-b'));
  assert.equal((await who.get('/my-data/delete/code')).headers['location'], '/my-data/delete');
});

test('P573-49: the page says how many of all have erased what was let go, and who has not yet', async (t) => {
  items = [];
  const at_ = '2026-03-12T04:00:00.000Z';
  gone = [
    {
      id: 'g',
      kind: 'application',
      at: at_,
      erasedBy: ['applications', 'tunduk'],
      owedBy: ['notifications', 'payments'],
    },
  ];
  t.after(() => {
    gone = [];
  });
  for (const [language, words] of Object.entries({
    ky: ['4 кызматтын 2 өчүрдү', 'билдирүүлөр', 'төлөмдөр'],
    ru: ['Удалили 2 из 4 служб', 'уведомления', 'платежи'],
    en: ['2 of 4 services have erased it', 'notices', 'payments'],
  })) {
    const { text } = await (await at('aigul', language)).get('/my-data/delete');
    for (const word of words) assert.ok(text.includes(word), word);
  }
});

test('P573-49: what stays is named with the rule that keeps it', async () => {
  items = [];
  const { text } = await (await at('aigul', 'ru')).get('/my-data/delete');
  for (const rule of [
    'пункт 4 постановления',
    ...['33', '31', '17', '47', '19'].map((n) => `пункт ${n} Правил`),
    'пункты 13 и 48 Правил',
  ]) {
    assert.ok(text.includes(rule), rule);
  }
});

test('P573-31c, P573-49: the cabinet is not deleted while an application goes on, and the page says so', async () => {
  items = [item('e', { standing: 'open' })];
  const who = await at('aigul', 'ru');
  const { text } = await who.get('/my-data/delete/cabinet');
  assert.match(text, /Есть заявления в работе: 1/);
  assert.ok(!text.includes('Удалить кабинет</button>'));
  assert.equal((await who.post('/my-data/delete/cabinet')).status, 422);
});

test('P573-49: what stays is told before; a fresh code deletes the cabinet, and nobody is signed in any more', async () => {
  items = [
    item('b', { standing: 'year', ruleId: 'P573-27e', until: '2026-03-12T18:00:00.000Z' }),
    item('d', { standing: 'breach' }),
  ];
  const erased: string[] = [];
  const { also } = stage.standIns;
  also.set('POST /signing-requests', (_subject, _address, body) => {
    approved = body;
    return { id: 'r2', sentTo: '+996 *** *** 01', expiresAt: '2026-03-12T18:00:00.000Z' };
  });
  also.set('POST /signing-requests/r2/confirm', (_subject, _address, body) => {
    const message = { ky: 'Код туура эмес.', ru: 'Код не подходит.' };
    return body.includes(code) ? { signature: 's2' } : stage.standIns.refuse(422, 'wrong_code', { message });
  });
  also.set('POST /persons/bakyt/erasure', (subject, _address, body) => {
    erased.push(`${subject} ${body}`);
    return {};
  });
  const who = await at('bakyt', 'ru');
  const { text } = await who.get('/my-data/delete/cabinet');
  for (const word of [
    'год которых не прошёл: 1',
    'нарушило срок: 1',
    'закон о бухгалтерском учёте',
    'пункты 8 и 28 Правил',
  ]) {
    assert.ok(text.includes(word), word);
  }
  assert.equal(
    (await who.post('/my-data/delete/cabinet')).headers['location'],
    '/my-data/delete/cabinet/code',
  );
  assert.ok(approved.includes(createHash('sha256').update('cabinet:bakyt').digest('hex')));
  await who.get('/my-data/delete/cabinet/code');
  const wrong = await who.post('/my-data/delete/cabinet/code', { code: '000000' });
  assert.deepEqual([wrong.status, erased.length], [422, 0]);
  const done = await who.post('/my-data/delete/cabinet/code', { code });
  assert.equal(done.headers['location'], '/cabinet-deleted');
  assert.deepEqual(erased, ['bakyt {"signature":"s2"}']);
  assert.match((await who.get('/cabinet-deleted')).text, /Кабинет удалён/);
  assert.match((await who.get('/my-data')).headers['location'] ?? '', /^\/sign-in/);
});
