import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { openBrowser } from '../testing/browser.ts';
import {
  anotherCode,
  givePassword,
  newcomer,
  openCabinet,
  totpCode,
  type Newcomer,
} from '../testing/own-route.ts';
import { beginSignIn } from '../testing/sign-in.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const dayMs = 24 * 3_600_000;
type Ask = (route: string, body?: object) => Promise<Answer>;
const asking =
  (id: string): Ask =>
  (route, body) => {
    const [method = '', rest = ''] = route.split(' ');
    return stage.ask('portal', { subject: id, role: 'user' }, `${method} /persons/${id}${rest}`, body);
  };
const told = (to: string): string =>
  [...stage.outside.messages, ...stage.outside.letters].findLast((sent) => sent.to === to)?.text ?? '';
const codeIn = (to: string): string => /\b\d{6}\b/.exec(told(to))?.[0] ?? '';
const stopIn = (to: string): string => /\/means\/stop\/[\w-]+/.exec(told(to))?.[0] ?? '';
const outcome = ({ status, body }: Answer): unknown[] => [status, body['code'], body['field']];

interface Owner {
  readonly person: Newcomer;
  readonly id: string;
  readonly ask: Ask;
}
async function owner(): Promise<Owner> {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  return { person, id, ask: asking(id) };
}
const anew = (): { phone: string; email: string } => newcomer();

/** Up to the code that came to the new address; the answer to it. */
async function change({ person, ask }: Owner, kind: 'phone' | 'email', address: string): Promise<Answer> {
  const begun = await ask('POST /means-changes', { kind, address, password: person.password });
  assert.equal(begun.status, 201);
  const path = `/means-changes/${String(begun.body['id'])}`;
  assert.equal((await ask(`POST ${path}/second`, { code: codeIn(person.phone) })).status, 201);
  return ask(`POST ${path}/confirm`, { code: codeIn(address) });
}
async function codesComeTo(person: Newcomer): Promise<string> {
  const signing = await beginSignIn(stage, 'portal', openBrowser(stage.url));
  const before = stage.outside.messages.length;
  await signing.browser.follow(await givePassword(signing, person.pin, person.password));
  return stage.outside.messages[before]?.to ?? '';
}

test('P573-14b, P573-19c: another phone is proved, waits a day in which everybody is told, then codes go there', async () => {
  const mine = await owner();
  const { phone } = anew();
  const taken = await change(mine, 'phone', phone);
  assert.deepEqual([taken.status, taken.body['readyAt']], [200, '2026-03-13T04:00:00.000Z']);
  const { person, ask } = mine;
  assert.match(stopIn(person.phone), /./, 'the former one has a link to stop it');
  assert.equal(stopIn(person.email), stopIn(person.phone), 'so has the e-mail');
  const shown = (await ask('GET /security')).body;
  assert.match(JSON.stringify(shown['change']), /"kind":"phone"/u);
  assert.equal(await codesComeTo(person), person.phone, 'the former one counts until then');

  stage.on.clock.advance(dayMs);
  await eventually(async () => (await ask('GET /security')).body['change'] === undefined);
  assert.equal(await codesComeTo(person), phone);
  assert.match(told(person.phone), /Заменено/u);
  const contact = (await ask('GET /contact')).body;
  assert.deepEqual([contact['emessageAddress'], contact['phone']], [phone, phone]);
});

test('P573-19c: another recovery e-mail likewise; the link of the former one stops it and ends every session', async () => {
  const mine = await owner();
  const { person, ask, id } = mine;
  const { email } = anew();
  assert.equal((await change(mine, 'email', email)).status, 200);
  const stop = stopIn(person.email);
  const anywhere = openBrowser(stage.url);
  assert.match((await anywhere.get(stop)).text, /Это были не вы/u);
  assert.notEqual((await ask('GET /security')).body['change'], undefined, 'looking changes nothing');
  assert.match((await anywhere.post(stop)).text, /Остановлено/u);
  assert.equal(await stage.on.kit.store.collection('sessions').countDocuments({ actor: id }), 0);
  assert.equal((await ask('GET /security')).body['change'], undefined);
  assert.match((await anywhere.get(stop)).text, /Остановлено/u, 'a link used again says so');
  assert.equal((await anywhere.post('/means/stop/invented')).status, 410);
  const again = await ask('POST /means-changes', {
    kind: 'email',
    address: email,
    password: person.password,
  });
  assert.deepEqual(outcome(again), [403, 'stopped_lately', 'address']);
});

test('P573-19c: without the password, the second factor or the code to the new one nothing changes', async () => {
  const mine = await owner();
  const { person, ask } = mine;
  const { phone } = anew();
  const begin = (body: object) => ask('POST /means-changes', { kind: 'phone', address: phone, ...body });
  const { password } = person;
  assert.deepEqual(outcome(await begin({ password: 'жок сырсөз жок' })), [422, 'wrong_password', 'password']);
  assert.deepEqual(outcome(await begin({ password, address: '12' })), [422, 'wrong_address', 'address']);
  assert.deepEqual(outcome(await begin({ password, address: person.phone })), [
    422,
    'same_address',
    'address',
  ]);
  const path = `/means-changes/${String((await begin({ password })).body['id'])}`;
  const second = codeIn(person.phone);
  assert.equal((await ask(`POST ${path}/confirm`, { code: second })).body['code'], 'means_begin_again');
  assert.equal((await ask(`POST ${path}/second`, { code: anotherCode(second) })).body['code'], 'wrong_code');
  assert.equal((await ask(`POST ${path}/second`, { code: second })).status, 201);
  assert.equal((await ask(`POST ${path}/second`, { code: second })).body['code'], 'means_begin_again');
  const code = codeIn(phone);
  assert.equal((await ask(`POST ${path}/confirm`, { code: second })).body['code'], 'wrong_code');
  const stranger = await owner();
  assert.equal((await stranger.ask(`POST ${path}/confirm`, { code })).body['code'], 'means_begin_again');
  const foreign = { subject: stranger.id, role: 'user' } as const;
  const route = `POST /persons/${mine.id}/means-changes`;
  assert.equal(
    (await stage.ask('portal', foreign, route, { kind: 'phone', address: phone, password })).status,
    404,
  );
  assert.equal((await ask(`POST ${path}/confirm`, { code })).status, 200);
  assert.equal((await ask(`POST ${path}/confirm`, { code })).body['code'], 'means_begin_again', 'once');
});

test('P573-19c: a change asked for with a password that has been replaced comes to nothing', async () => {
  const mine = await owner();
  const { person, ask } = mine;
  const { phone } = anew();
  await change(mine, 'phone', phone);
  const password = 'кышкы кар жолу';
  assert.equal((await ask('PUT /password', { former: person.password, password })).status, 204);
  assert.equal((await ask('GET /security')).body['change'], undefined);
  stage.on.clock.advance(dayMs);
  const changes = stage.on.kit.store.collection('means_changes');
  await eventually(async () => (await changes.countDocuments({ person: mine.id, state: 'waiting' })) === 0);
  assert.equal(await codesComeTo({ ...person, password }), person.phone);
});

test('P573-14b: who has an authenticator gives its code instead of one by message', async () => {
  const { person, ask } = await owner();
  const { password } = person;
  const secret = String((await ask('POST /totp', { password })).body['secret']);
  assert.equal((await ask('POST /totp/confirm', { code: totpCode(secret, -1) })).status, 200);
  const { email } = anew();
  const begun = await ask('POST /means-changes', { kind: 'email', address: email, password });
  assert.equal(begun.body['sentTo'], undefined);
  const path = `/means-changes/${String(begun.body['id'])}`;
  const wrong = await ask(`POST ${path}/second`, { code: anotherCode(totpCode(secret)) });
  assert.deepEqual(outcome(wrong), [422, 'wrong_code', 'code']);
  assert.equal((await ask(`POST ${path}/second`, { code: totpCode(secret) })).status, 201);
  assert.equal((await ask(`POST ${path}/confirm`, { code: codeIn(email) })).status, 200);
});

test('P573-22b: just after ESI an e-mail counts at once; the phone is what ESI says', async () => {
  const person = newcomer();
  const { _id: id } = await stage.person({ pin: person.pin, phone: person.phone });
  const ask = asking(id);
  const sent = await ask('POST /password-codes');
  const set = { codeId: sent.body['id'], code: codeIn(person.phone), password: person.password };
  assert.equal((await ask('PUT /password', set)).status, 204);
  const phone = { kind: 'phone', address: anew().phone, password: person.password };
  assert.deepEqual(outcome(await ask('POST /means-changes', phone)), [409, 'phone_of_esi', 'address']);
  const taken = await change({ person, id, ask }, 'email', anew().email);
  assert.deepEqual([taken.status, taken.body], [200, {}]);
  assert.match(String((await ask('GET /security')).body['email']), /@example\.kg/u);
});
