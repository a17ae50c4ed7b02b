import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import request, { type Response } from 'supertest';
import { submitted } from '../testing/neighbours.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let head: string;
let operator: string;

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  const one = (id: string, providerId: string | null, role: string) => ({
    id,
    name: id,
    providerId,
    roles: [role],
  });
  staff.set('zhyldyz', one('zhyldyz', 'population-register', 'provider_head'));
  staff.set('operator', one('operator', null, 'operator'));
  head = await stage.enter('zhyldyz');
  operator = await stage.enter('operator');
});
after(() => stage.stop());
beforeEach(() => {
  Object.assign(stage.neighbours, { breaches: [], alerts: [], failures: [], outages: [], noAddress: false });
  stage.neighbours.posted.length = 0;
  stage.neighbours.applications.clear();
});

const get = async (path: string, cookie: string): Promise<Response> =>
  request(stage.http).get(path).set('Cookie', cookie);
const tokenIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
async function send(cookie: string, page: string, fields: object, action = page): Promise<Response> {
  const _csrf = tokenIn((await get(page, cookie)).text);
  return request(stage.http)
    .post(action)
    .set('Cookie', cookie)
    .type('form')
    .send({ ...fields, _csrf });
}

const at = '2026-03-13T04:00:00.000Z';

test('P573-41c: operator and head see what was late, what is open still, and whom it was told; the page has no form', async () => {
  const title = { ky: 'Мөөнөт өтүп кетти', ru: 'Срок прошёл: Уведомить о приёме' };
  const common = {
    applicationId: 'a',
    reference: '7F3K-9QXM-2T0Z-4',
    providerId: 'population-register',
    ruleId: 'P573-41c',
  };
  stage.neighbours.breaches.push({
    ...common,
    serviceTitle: { ky: 'Маалымкат', ru: 'Справка' },
    clockId: 'a:1:intake_acceptance',
    kind: 'intake_acceptance',
    responsible: 'provider',
    since: at,
    breachedAt: at,
    loosest: at,
    outage: { ky: 'Электр жок', ru: 'Не было электричества' },
  });
  stage.neighbours.alerts.push({
    ...common,
    id: 'a:1:intake_acceptance:breach',
    kind: 'breach',
    title,
    at,
    dueAt: at,
    to: [{ staffId: 'zhyldyz', channel: 'emessage', status: 'handed_over' }],
  });
  for (const cookie of [operator, head]) {
    const { status, text } = await get('/breaches', cookie);
    assert.equal(status, 200);
    for (const words of [
      '7F3K-9QXM-2T0Z-4',
      'Уведомить о приёме',
      'Не исполнено',
      'Не было электричества',
      '1 из 1',
    ]) {
      assert.ok(text.includes(words), words);
    }
    assert.doesNotMatch(text.split('<main')[1] ?? '', /<form[^>]*breach/);
  }
});

test('P573-34a: the operator has a failed delivery tried again, and reads when there is still no address', async () => {
  stage.neighbours.failures.push({
    noticeId: 'a:2:result_ready',
    number: 1,
    channel: 'emessage',
    kind: 'result_ready',
    title: { ky: 'Жыйынтык даяр', ru: 'Результат готов' },
    at,
    attempts: 0,
    reason: 'no_address',
    triedAgain: false,
  });
  const retry = '/failures/a%3A2%3Aresult_ready/1';
  const answer = await send(operator, '/failures', {}, retry);
  assert.equal(answer.get('Location'), '/failures?done=again');
  assert.equal(stage.neighbours.posted.at(-1)?.path, '/notices/a%3A2%3Aresult_ready/deliveries/1/retry');
  stage.neighbours.noAddress = true;
  const refused = await send(operator, '/failures', {}, retry);
  assert.match((await get(refused.get('Location') ?? '', operator)).text, /по-прежнему нет адреса/);
  assert.equal((await get('/failures', head)).status, 403);
});

test('P573-42: the provider records an outage with its cause, then its removal; errors stand at their field', async () => {
  const page = '/outages/population-register';
  assert.equal((await get('/outages', head)).get('Location'), page);
  const moment = { 'on.day': '12', 'on.month': '3', 'on.year': '2021', time: '18:00' };
  const half = await send(head, page, { ...moment, time: '25:00' });
  assert.equal(half.status, 422);
  for (const words of ['Причина не выбрана', 'Нет такого дня или времени'])
    assert.ok(half.text.includes(words));
  const done = await send(head, page, { ...moment, cause: 'no_electricity' });
  assert.equal(done.status, 303);
  assert.deepEqual(stage.neighbours.posted.at(-1), {
    path: '/providers/population-register/outages',
    body: { cause: 'no_electricity', startedAt: '2021-03-12T12:00:00.000Z' },
  });
  stage.neighbours.outages.push({
    id: 'o1',
    providerId: 'population-register',
    cause: 'no_electricity',
    startedAt: '2021-03-12T12:00:00.000Z',
    recordedBy: 'zhyldyz',
    recordedAt: '2021-03-12T12:10:00.000Z',
  });
  const removal = { ...moment, 'on.day': '13', time: '09:00' };
  assert.equal((await send(operator, page, removal, `${page}/o1/removal`)).status, 303);
  assert.deepEqual(stage.neighbours.posted.at(-1)?.body, { removedAt: '2021-03-13T03:00:00.000Z' });
});

test('P573-42: after an outage one press confirms how all applications on the list stand, each by an act of its own; again it does nothing', async () => {
  const page = '/outages/population-register/statuses';
  const { applications, posted } = stage.neighbours;
  const clock = { id: 'x', kind: 'outage_status', ruleId: 'P573-42', openedAt: at, dueAt: at };
  const clocks = [{ ...clock, responsible: 'provider' as const, why: [] }];
  applications.set('a', submitted('a', { version: 3, clocks }));
  applications.set('b', submitted('b', { reference: '8G3K-9QXM-2T0Z-5', version: 5, clocks }));
  assert.match((await get('/outages/population-register', head)).text, new RegExp(`href="${page}"`));
  const { text } = await get(page, head);
  for (const words of ['7F3K-9QXM-2T0Z-4', '8G3K-9QXM-2T0Z-5', 'Подтвердить статус всех: 2']) {
    assert.ok(text.includes(words), words);
  }
  const seen = [...text.matchAll(/name="seen" value="([^"]+)"/g)].map(([, value]) => value);
  assert.deepEqual(seen, ['a|3', 'b|5']);

  // Something was done on the second while the list was read: it stays there to be looked at.
  applications.set('b', submitted('b', { version: 6, clocks }));
  const _csrf = tokenIn(text);
  const press = () => request(stage.http).post(page).set('Cookie', head).type('form').send({ seen, _csrf });
  const done = await press();
  assert.deepEqual([done.status, done.get('Location')], [303, `${page}?confirmed=1&left=1`]);
  assert.deepEqual(
    posted.map(({ path, body }) => [path, body]),
    [
      ['/applications/a/commands', { version: 3, command: { type: 'confirm_status' } }],
      ['/applications/b/commands', { version: 5, command: { type: 'confirm_status' } }],
    ],
  );
  const told = (await get(done.get('Location') ?? '', head)).text;
  assert.match(told, /Подтверждён статус заявлений: 1/);
  assert.match(told, /Изменились, пока вы читали список: 1/);
  assert.equal((await press()).get('Location'), `${page}?confirmed=1&left=1`);

  assert.equal((await get(page, operator)).status, 404, 'how they stand only the provider can say');
  assert.equal((await get('/outages/licensing-office/statuses', head)).status, 404);
});
