import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import request, { type Response } from 'supertest';
import { submitted } from './testing/neighbours.ts';
import { openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
let nurlan: string;
let operator: string;

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  staff.set('nurlan', member('nurlan', 'population-register', ['executor', 'signer']));
  staff.set('operator', member('operator', null, ['operator']));
  nurlan = await stage.enter('nurlan');
  operator = await stage.enter('operator');
});
after(() => stage.stop());
beforeEach(() => {
  const { neighbours } = stage;
  Object.assign(neighbours, { refuse: undefined, away: false });
  neighbours.blocked.clear();
  neighbours.posted.length = 0;
  neighbours.applications.clear();
  neighbours.applications.set('a', submitted('a'));
});

function member(id: string, providerId: string | null, roles: string[]) {
  return { id, name: `Демо ${id}`, providerId, roles };
}
const get = async (path: string, cookie = ''): Promise<Response> =>
  request(stage.http).get(path).set('Cookie', cookie);

/** Posts the form of a page as its reader would: with what the page itself put into it. */
async function send(cookie: string, page: string, fields: object, action = page): Promise<Response> {
  const { text } = await get(page, cookie);
  return post(cookie, action, { ...hiddenIn(text), ...fields });
}
const post = async (cookie: string, path: string, fields: object): Promise<Response> =>
  request(stage.http).post(path).set('Cookie', cookie).type('form').send(fields);

function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

const lastPosted = (): unknown => stage.neighbours.posted.at(-1)?.body;
const register = { registrationNumber: '12/7', executorId: 'nurlan' };
const act = '/applications/a/acts/register';

test('who is not signed in is asked to, and comes back to the page asked for', async () => {
  const answer = await get('/applications/a?done=register');
  assert.equal(answer.status, 303);
  assert.equal(answer.get('Location'), '/sign-in?to=%2Fapplications%2Fa%3Fdone%3Dregister');
  assert.equal((await get('/')).status, 200);
});

test('P573-19c: a session that ended elsewhere opens nothing here; from here one signs out everywhere', async () => {
  const cookie = await stage.enter('nurlan');
  assert.equal((await get('/inbox', cookie)).status, 200);
  const everywhere = await send(cookie, '/inbox', {}, '/sign-out-everywhere');
  assert.equal(everywhere.get('Location'), '/');
  assert.ok(stage.neighbours.ended.has('/staff/nurlan/sessions'));
  stage.neighbours.signedOut.add('session-of-nurlan');
  const out = await get('/inbox', cookie);
  stage.neighbours.signedOut.clear();
  assert.equal(out.get('Location'), '/sign-in?to=%2Finbox');
  assert.equal((await get('/inbox', cookie)).status, 303, 'and stays out');
});

test('P573-29d: the inbox shows what is due, in the language of the reader', async () => {
  const { status, text } = await get('/inbox', nurlan);
  assert.equal(status, 200);
  assert.match(text, /7F3K-9QXM-2T0Z-4/);
  assert.match(text, /<html lang="ru"/);
});

test('a form without the token of its page does nothing', async () => {
  const answer = await post(nurlan, act, { ...register, version: '1', known: '1' });
  assert.equal(answer.status, 403);
  assert.deepEqual(stage.neighbours.posted, []);
});

test('P573-29a: registering sends the number, the executor and the version that was seen', async () => {
  const answer = await send(nurlan, act, register);
  assert.equal(answer.status, 303);
  assert.equal(answer.get('Location'), '/applications/a?done=register');
  assert.deepEqual(stage.neighbours.posted, [
    { path: '/applications/a/commands', body: { version: 1, command: { type: 'register', ...register } } },
  ]);
});

test('P573-39a, P573-39b, P573-17d: a refusal needs a ground of the closed list and a reason, and names who refuses', async () => {
  const page = '/applications/a/acts/refuse_intake';
  const empty = await send(nurlan, page, { reason: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /<title>Ошибка: /);
  for (const field of ['grounds', 'reason']) assert.match(empty.text, new RegExp(`href="#f-${field}`));
  const inputs = empty.text.match(/<input[^>]*name="grounds"[^>]*>/gu) ?? [];
  const offered = inputs.map((input) => /value="(\w+)"/u.exec(input)?.[1]);
  assert.deepEqual(offered.toSorted(), ['incomplete', 'not_current', 'untrue']);
  assert.deepEqual(stage.neighbours.posted, []);
  await send(nurlan, page, { grounds: ['incomplete', 'untrue'], reason: 'Нет листа' });
  assert.deepEqual(lastPosted(), {
    version: 1,
    command: {
      type: 'refuse_intake',
      grounds: ['incomplete', 'untrue'],
      reason: 'Нет листа',
      executorId: 'nurlan',
    },
  });
});

test('somebody was faster: the page says what has changed and keeps what was typed', async () => {
  const { text } = await get(act, nurlan);
  const hidden = hiddenIn(text);
  const newer = submitted('a', { version: 2 });
  const question = {
    at: newer.submittedAt,
    type: 'asked',
    text: { ky: 'Суроо', ru: 'Задан вопрос' },
    role: 'executor',
  };
  stage.neighbours.applications.set('a', { ...newer, timeline: [...newer.timeline, question] });
  stage.neighbours.refuse = { status: 409, code: 'stale_version' };
  const answer = await post(nurlan, act, { ...hidden, ...register });
  assert.equal(answer.status, 409);
  assert.match(answer.text, /Задан вопрос/);
  assert.match(answer.text, /value="12\/7"/);
  assert.equal(hiddenIn(answer.text)['version'], '2');

  // What was mended without reading the news is still an act on what was seen first.
  const mended = await post(nurlan, act, { ...hidden, ...register, registrationNumber: '' });
  assert.equal(mended.status, 422);
  assert.equal(hiddenIn(mended.text)['version'], '1');
});

test('a refusal of the owner stands at its field, with what was typed', async () => {
  stage.neighbours.refuse = { status: 422, code: 'executor_of_other_provider' };
  const answer = await send(nurlan, act, register);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /id="f-executorId-error"/);
  assert.match(answer.text, /value="12\/7"/);
});

test('C22-3b: another provider’s application is not there', async () => {
  for (const path of [
    '/applications/other',
    '/applications/other/acts/register',
    '/applications/a/acts/complete',
  ]) {
    assert.equal((await get(path, nurlan)).status, 404, path);
  }
});

test('C22-13a: a blocked provider is refused at the very next click, whatever it is', async () => {
  const { text } = await get(act, nurlan);
  stage.neighbours.blocked.add('population-register');
  const answers = [
    await get('/inbox', nurlan),
    await get('/applications/a', nurlan),
    await get('/applications/a/copy.pdf', nurlan),
    await post(nurlan, act, { ...hiddenIn(text), ...register }),
  ];
  for (const answer of answers) {
    assert.equal(answer.status, 403);
    assert.match(answer.text, /Доступ вашего учреждения к порталу приостановлен/);
    assert.doesNotMatch(answer.text, /7F3K/);
  }
  assert.deepEqual(stage.neighbours.posted, []);
});

test('C22-13c: without an answer about the standing nothing is given out', async () => {
  stage.neighbours.away = true;
  const answer = await get('/inbox', nurlan);
  assert.equal(answer.status, 503);
  assert.doesNotMatch(answer.text, /7F3K/);
});

test('roles end with the next click', async () => {
  const gone = await stage.enter('gone');
  assert.equal((await get('/inbox', gone)).status, 403);
  assert.equal((await get('/inbox', gone)).status, 303);
});

test('P573-4: administration is refused to everybody but the operator', async () => {
  for (const path of ['/providers', '/providers/population-register', '/deadlines', '/calendar']) {
    assert.equal((await get(path, nurlan)).status, 403, path);
    assert.equal((await get(path, operator)).status, 200, path);
  }
  const { _csrf } = hiddenIn((await get('/inbox', nurlan)).text);
  const block = { _csrf, cause: 'leak', 'problem.ky': 'а', 'problem.ru': 'б' };
  assert.equal((await post(nurlan, '/providers/population-register/blocks', block)).status, 403);
  assert.deepEqual(stage.neighbours.posted, []);
  assert.equal((await get('/inbox', operator)).status, 403);
});

test('C22-13a, C22-13b, C22-13c, C22-14a: the operator blocks with one of the three causes of the law and the problem in both languages', async () => {
  const page = '/providers/population-register';
  const half = await send(operator, page, { cause: 'leak', 'problem.ky': 'Ачыкка чыкты' }, `${page}/blocks`);
  assert.equal(half.status, 422);
  assert.match(half.text, /Ачыкка чыкты/);
  const inputs = half.text.match(/<input[^>]*name="cause"[^>]*>/gu) ?? [];
  const causes = inputs.map((input) => /value="(\w+)"/u.exec(input)?.[1]);
  assert.deepEqual(causes, ['leak', 'own_request', 'threat']);
  const texts = { 'problem.ky': 'Ачыкка чыкты', 'problem.ru': 'Утечка' };
  const answer = await send(operator, page, { cause: 'leak', ...texts }, `${page}/blocks`);
  assert.equal(answer.status, 303);
  assert.deepEqual(stage.neighbours.posted, [
    { path: `${page}/blocks`, body: { cause: 'leak', problems: [{ ky: 'Ачыкка чыкты', ru: 'Утечка' }] } },
  ]);
});

test('the operator adds an exception of the calendar; a day that does not exist is none', async () => {
  const fields = {
    'date.day': '31',
    'date.month': '2',
    'date.year': '2026',
    working: 'no',
    'reason.ky': 'а',
    'reason.ru': 'б',
  };
  assert.equal((await send(operator, '/calendar', fields)).status, 422);
  assert.equal((await send(operator, '/calendar', { ...fields, 'date.month': '3' })).status, 303);
  const exception = { date: '2026-03-31', working: false, reason: { ky: 'а', ru: 'б' } };
  assert.deepEqual(lastPosted(), { exceptions: [exception] });
});

test('P573-33a, P573-33b: a decision that gives information asks for its data and for nobody’s signature; one that gives a document asks who signs', async () => {
  const decide = '/applications/a/acts/decide';
  const inWork = { stage: 'in_progress', version: 3, actions: ['decide', 'refuse_provision'] } as const;
  const decisionOn = (resultForm: 'information' | 'signed_document') =>
    stage.neighbours.applications.set(
      'a',
      submitted('a', { ...inWork, actions: [...inWork.actions], resultForm }),
    );
  const decision = {
    registeredPerson: 'self',
    'registeredAddress.region': 'Бишкек',
    'registeredAddress.district': 'Бишкек',
    'registeredAddress.street': 'Токтогул',
    'registeredAddress.house': '1',
    'registeredSince.day': '1',
    'registeredSince.month': '2',
    'registeredSince.year': '2020',
  };

  decisionOn('information');
  const page = await get(decide, nurlan);
  assert.equal(page.status, 200);
  assert.match(page.text, /name="registeredPerson"/);
  assert.doesNotMatch(page.text, /signerId|нет сотрудника, который может подписать/);
  const given = await send(nurlan, decide, decision);
  assert.equal(given.get('Location'), '/applications/a?done=decide', given.text);
  assert.deepEqual(lastPosted(), { version: 3, command: { type: 'decide', decision } });

  // What the owner finds wrong with the data stands on the same page, with what was typed.
  stage.neighbours.refuse = { status: 422, code: 'decision_incomplete' };
  const refused = await send(nurlan, decide, decision);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /value="Токтогул"/);
  stage.neighbours.refuse = undefined;

  decisionOn('signed_document');
  const document = await get(decide, nurlan);
  assert.match(document.text, /id="f-signerId"|name="signerId"|нет сотрудника, который может подписать/);
  stage.neighbours.posted.length = 0;
  const unsigned = await send(nurlan, decide, decision);
  assert.equal(unsigned.status, 422);
  assert.match(unsigned.text, /href="#f-signerId/);
  assert.deepEqual(stage.neighbours.posted, []);
});
