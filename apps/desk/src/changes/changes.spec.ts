import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import request, { type Response } from 'supertest';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let operator: string;
let owner: string;
let head: string;
let executor: string;

const common = {
  code: 'residence-certificate',
  providerId: 'population-register',
  title: { ky: 'Демо маалымкат', ru: 'Демо-справка' },
  submittedBy: 'zhyldyz',
  submittedAt: '2026-02-02T04:00:00.000Z',
  baseVersion: 1,
  state: 'submitted',
} as const;
const words = { ...common, id: 'words', changed: ['/service/summary'], affectsPortal: false };
const process = { ...common, id: 'process', changed: ['/service/term'], affectsPortal: true };
const ownerApproval = { approvedBy: 'owner', approvedAt: '2026-02-03T04:00:00.000Z' };

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  const one = (id: string, providerId: string | null, role: string) =>
    staff.set(id, { id, name: `Демо ${id}`, providerId, roles: [role] });
  one('operator', null, 'operator');
  one('owner', null, 'owner');
  one('zhyldyz', 'population-register', 'provider_head');
  one('nurlan', 'population-register', 'executor');
  operator = await stage.enter('operator');
  owner = await stage.enter('owner');
  head = await stage.enter('zhyldyz');
  executor = await stage.enter('nurlan');
});
after(() => stage.stop());
beforeEach(() => {
  const { neighbours } = stage;
  neighbours.changes = [words, process];
  neighbours.services = [common];
  neighbours.posted.length = 0;
  neighbours.refuse = undefined;
});

const get = async (cookie: string, path = '/changes'): Promise<Response> =>
  request(stage.http).get(path).set('Cookie', cookie);
const tokenIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';

async function send(cookie: string, path: string, fields: object = {}): Promise<Response> {
  // The button of the way out stands on every page.
  const _csrf = tokenIn((await get(cookie)).text);
  return request(stage.http)
    .post(path)
    .set('Cookie', cookie)
    .type('form')
    .send({ _csrf, ...fields });
}
const lastPosted = (): unknown => stage.neighbours.posted.at(-1);

test('P573-18d: the operator publishes what a provider asks for, or says why not; nobody else does', async () => {
  assert.match((await get(operator)).text, /Демо-справка[\s\S]*Ждёт вашего решения/);
  assert.equal((await send(operator, '/changes/words/publication')).status, 303);
  assert.deepEqual(lastPosted(), { path: '/service-changes/words/publication', body: {} });
  const silent = await send(operator, '/changes/words/refusal', { reason: '' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /href="#f-reason"/);
  assert.equal((await send(operator, '/changes/words/refusal', { reason: 'Демо' })).status, 303);
  for (const reader of [head, executor])
    assert.doesNotMatch((await get(reader, '/changes/words')).text, /\/publication|\/refusal|\/approval/);
});

test('P573-17c: operator and owner read each place by its name, as it is and as it will be', async () => {
  for (const reader of [operator, owner]) {
    const { text } = await get(reader, '/changes/process');
    assert.match(text, /Кратко › на русском[\s\S]*Подтверждает, по какому адресу[\s\S]*По-новому/);
    assert.match(text, /Срок › Количество[\s\S]*>2<[\s\S]*>7</);
    assert.doesNotMatch(text, /\/service\//);
  }
});

test('P573-17c: the owner agrees at the desk in its own name; only then can the operator publish', async () => {
  assert.doesNotMatch((await get(operator, '/changes/process')).text, /\/publication/);
  assert.match((await get(owner, '/changes/process')).text, /\/changes\/process\/approval/);
  assert.doesNotMatch((await get(owner, '/changes/process')).text, /\/publication/);
  assert.equal((await send(owner, '/changes/process/approval')).status, 303);
  assert.deepEqual(lastPosted(), { path: '/service-changes/process/approval', body: {} });
  stage.neighbours.changes = [words, { ...process, ownerApproval }];
  const { text } = await get(operator, '/changes/process');
  assert.match(text, /Владелец портала согласен[\s\S]*\/publication/);
  // Of mere words the owner has no say.
  assert.doesNotMatch((await get(owner, '/changes/words')).text, /\/approval|\/refusal/);
});

test('P573-20: the owner signs in with its own role and has its own rights only', async () => {
  const home = await get(owner, '/');
  assert.equal(home.get('Location'), '/changes');
  assert.equal((await get(owner, '/deadlines')).status, 200);
  for (const path of [
    '/providers',
    '/calendar',
    '/retention',
    '/refunds',
    '/failures',
    '/inbox',
    '/breaches',
  ])
    assert.equal((await get(owner, path)).status, 403, path);
});

test('P573-16a: the head of a provider submits a change of words on a page, and nobody else does', async () => {
  const page = '/changes/new/residence-certificate';
  assert.match((await get(head, '/changes/new')).text, /Демо-справка/);
  const form = (await get(head, page)).text;
  const typed = fieldsIn(form);
  assert.equal(typed['term.count'], '2');
  const empty = await send(head, page, { ...typed, 'title.ru': '', 'summary.ky': 'Башкача' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /href="#f-title-ru"/);
  assert.match(empty.text, /value="Башкача"/);
  assert.deepEqual(stage.neighbours.posted, []);
  assert.equal((await send(head, page, { ...typed, 'term.count': '5' })).get('Location'), '/changes?done=1');
  const posted = JSON.stringify(lastPosted());
  assert.match(posted, /"term":\{"count":5,"unit":"working_days"\}/);
  stage.neighbours.refuse = { status: 422, code: 'nothing_changed' };
  assert.match((await send(head, page, typed)).text, /Ничего не изменено/);
  for (const other of [executor, operator, owner]) assert.equal((await get(other, page)).status, 403);
});

test('P573-16a: the whole service is taken as a file, changed and given back', async () => {
  const taken = await get(head, '/changes/new/residence-certificate/service.json');
  assert.match(taken.get('Content-Disposition') ?? '', /residence-certificate\.json/);
  const give = async (content: string, token?: string): Promise<Response> =>
    request(stage.http)
      .post('/changes/new')
      .set('Cookie', head)
      .field('_csrf', token ?? tokenIn((await get(head, '/changes/new')).text))
      .attach('file', Buffer.from(content), 'service.json');
  assert.equal((await give(taken.text)).get('Location'), '/changes?done=1');
  assert.deepEqual(lastPosted(), {
    path: '/service-changes',
    body: { definition: taken.body as unknown },
  });
  assert.equal((await give('{', undefined)).status, 422);
  assert.match((await give('{"service":{}}')).text, /\/form/);
  assert.equal((await give(taken.text, 'forged')).status, 403);
});

/** What the inputs of a page hold. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*name="([\w.]+)"[^>]*>/g)].flatMap(([tag, name = '']) => {
    if (/type="(?:radio|hidden)"/.test(tag) && !/checked/.test(tag)) return [];
    return [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const];
  });
  const areas = [...html.matchAll(/<textarea[^>]*name="([\w.]+)"[^>]*>([^<]*)</g)];
  return Object.fromEntries([...inputs, ...areas.map(([, name = '', value = '']) => [name, value] as const)]);
}
