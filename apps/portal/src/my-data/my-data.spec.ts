import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acts, categories } from '@kyzmat/journal';
import { portalTexts } from '../site/texts.ts';
import { service } from '../testing/samples.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { visitor } from '../testing/visitor.ts';
import type { Line } from './lines.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const line = (n: number, more: Partial<Line> = {}): Line => {
  const at = `2026-03-12T04:00:${String(n).padStart(2, '0')}.000Z`;
  const [role, route, outcome] = ['executor', 'desk', 'given'] as const;
  const base = { at, cursor: `${at}~${n}`, role, route, act: 'application.view', data: ['answers'], outcome };
  return { ...base, provider: 'population-register', application: 'a1', reference: '7F3K-9QXM', ...more };
};

function journal(lines: readonly Line[]): void {
  stage.standIns.also.set('GET /journal', (subject, { searchParams }) => {
    const before = searchParams.get('before') ?? '~';
    const limit = Number(searchParams.get('limit'));
    const found = subject === 'aigul' ? lines.filter(({ cursor }) => cursor < before) : [];
    return { lines: found.slice(0, limit), more: found.length > limit };
  });
}

test('P573-13c: per provider the page says which data were used, when, by whom and for which application', async () => {
  const { provider, application, reference, ...ofThePortal } = line(7);
  journal([
    line(9, { outcome: 'refused', role: 'user', route: 'portal' }),
    line(8, { actorName: 'Демо Нурлан' }),
    { ...ofThePortal, role: 'system', route: 'notifications', act: 'contact.read', data: ['contact'] },
  ]);
  for (const [language, words] of Object.entries({
    ky: [
      'Демо Нурлан, мекеменин кызматкери',
      'арыздагы жооптор',
      'Портал өзү',
      'Берилген жок',
      '№ 7F3K-9QXM',
    ],
    ru: ['Демо Нурлан, сотрудник учреждения', 'ответы в заявлении', 'Сам портал', 'Не выданы'],
    en: [
      'Демо Нурлан, officer of the institution',
      'answers in the application',
      'The portal itself',
      'Not given',
    ],
  })) {
    const who = visitor(stage, language);
    await who.signIn('aigul');
    const { status, text } = await who.get('/my-data');
    assert.equal(status, 200);
    for (const word of words) assert.ok(text.includes(word), `${language}: ${word}`);
    assert.ok(text.indexOf('Демо Нурлан') < text.indexOf(words[2] ?? ''), 'the portal itself stands last');
    assert.ok(text.includes('12') && text.length < 100_000);
  }
});

test('P573-13c: what tunduk carried to a document system is shown with the names of the fields, and a payment order', async () => {
  const mine = {
    id: 'a1',
    reference: '7F3K-9QXM',
    serviceCode: service,
    serviceTitle: { ky: 'Тактама', ru: 'Справка' },
  };
  stage.standIns.also.set('GET /applications', () => ({
    applications: [{ ...mine, providerId: 'population-register' }],
  }));
  const { provider, ...paid } = line(7, {
    act: 'payment.order',
    role: 'system',
    route: 'payments',
    data: ['payment'],
  });
  journal([
    line(8, { act: 'delivery.request', role: 'system', route: 'tunduk', fields: ['lastName', 'gone'] }),
    paid,
  ]);
  const who = visitor(stage, 'ru');
  await who.signIn('aigul');
  const { text } = await who.get('/my-data');
  for (const word of ['Заявление передано в систему', 'Какие поля', 'Фамилия', 'Поручение на оплату']) {
    assert.ok(text.includes(word), word);
  }
  assert.ok(!text.includes('gone'));
  stage.standIns.also.delete('GET /applications');
});

test('P573-13c: what each process keeps in its journal is on the one page', async () => {
  const given: string[] = [];
  stage.standIns.also.set('GET /journal', () => {
    const reference = `PART-${given.length}`;
    given.push(reference);
    return { lines: [line(given.length, { reference })], more: false };
  });
  const who = visitor(stage);
  await who.signIn('aigul');
  const { text } = await who.get('/my-data');
  assert.equal(given.length, 4, 'applications, identity, tunduk and payments are asked');
  for (const reference of given) assert.ok(text.includes(reference), reference);
});

test('P573-13c: page by page, every line once; a filter goes to every process', async () => {
  journal(Array.from({ length: 45 }, (_, n) => line(59 - n)));
  const who = visitor(stage);
  await who.signIn('aigul');
  const seen: number[] = [];
  for (let path: string | undefined = '/my-data?application=a1'; path !== undefined;) {
    const { text }: { text: string } = await who.get(path);
    seen.push(text.split('<article').length - 1);
    const next = /no-print"><a href="(\/my-data\?[^"]*before=[^"]*)"/.exec(text)?.[1];
    assert.ok(next === undefined || next.includes('application=a1'));
    path = next?.replaceAll('&amp;', '&');
  }
  assert.deepEqual(seen, [20, 20, 5]);
});

test("P573-8e: another person's page is empty, a stranger is asked to sign in, nonsense is no filter", async () => {
  journal([line(1)]);
  const other = visitor(stage);
  await other.signIn('bakyt');
  assert.ok(!(await other.get('/my-data')).text.includes('7F3K-9QXM'));
  assert.equal((await other.get('/my-data?application=%3Cscript%3E&before=%00')).status, 200);
  const asked = await visitor(stage).get('/my-data');
  assert.equal(asked.headers['location'], '/sign-in?to=%2Fmy-data');
});

test('P573-13c: what the journals do not answer is not shown as nothing', async () => {
  const who = visitor(stage);
  await who.signIn('aigul');
  stage.standIns.down.add('/journal');
  const { status, text } = await who.get('/my-data');
  stage.standIns.down.clear();
  assert.equal(status, 503);
  assert.ok(!text.includes('Азырынча жазуу жок'));
});

test('C22-3a: a look of the operator for technical support is shown to the person, with its reason', async () => {
  const { provider, ...ofThePortal } = line(7);
  const support = { ground: 'user_request', request: 'Д-15' } as const;
  journal([{ ...ofThePortal, role: 'operator', act: 'application.support', support }]);
  const who = visitor(stage, 'ru');
  await who.signIn('aigul');
  const { text } = await who.get('/my-data');
  for (const said of ['технической поддержки', 'По вашему обращению № Д-15', 'оператор портала'])
    assert.ok(text.includes(said), said);
});

test('every way out of the data and every group of them has words', () => {
  const keys = [...Object.keys(acts).map((act) => `act.${act}`), ...categories.map((each) => `data.${each}`)];
  for (const key of keys) assert.ok(`my-data.${key}` in portalTexts, key);
});
