import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../testing/browser.ts';
import {
  anotherCode,
  bothConsents,
  givePassword,
  newcomer,
  openCabinet,
  signInOwn,
  totpCode,
  type Newcomer,
} from '../testing/own-route.ts';
import { beginSignIn, type SigningIn } from '../testing/sign-in.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';
import { loginOf } from './login.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const begin = (): Promise<SigningIn> => beginSignIn(stage, 'portal', openBrowser(stage.url));
const giveCode = ({ browser, at }: SigningIn, code: string) => browser.post(`${at}/own/code`, { code });
const as = (id: string) => ({ subject: id, role: 'user' }) as const;

async function withTotp(person: Newcomer): Promise<{ id: string; secret: string; codes: readonly string[] }> {
  const { id } = await openCabinet(stage, person);
  const offered = await stage.ask('portal', as(id), `POST /persons/${id}/totp`, {
    password: person.password,
  });
  const secret = String(offered.body['secret']);
  const code = totpCode(secret, -1);
  const confirmed = await stage.ask('portal', as(id), `POST /persons/${id}/totp/confirm`, { code });
  return { id, secret, codes: listIn(confirmed) };
}
function listIn({ body }: Answer): readonly string[] {
  const { codes } = body;
  return Array.isArray(codes) ? codes.map(String) : [];
}

test('P573-8b: without the verified simple signature, password and code both, no cabinet opens', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const signing = await begin();
  assert.equal((await giveCode(signing, '123456')).location, signing.at, 'no code before the password');
  const asked = await signing.browser.follow(await givePassword(signing, person.pin, person.password));
  assert.match(asked.text, /one-time-code/);
  assert.equal((await signing.browser.post(`${signing.at}/consents`, bothConsents)).location, signing.at);
  const code = stage.codeFor(person.phone);
  assert.equal((await giveCode(signing, anotherCode(code))).status, 422);
  const { claims = {} } = await signing.redeem(await signing.browser.follow(await giveCode(signing, code)));
  assert.equal(claims['person'], id);
  const again = await begin();
  await givePassword(again, person.pin, person.password);
  assert.equal((await giveCode(again, code)).status, 422, 'a code works once, and in its own sign-in');
});

test('P573-14b: the telephone is as good a name as the PIN, however it is written', async () => {
  const person = newcomer();
  await openCabinet(stage, person);
  const national = person.phone.slice(4);
  for (const login of [person.phone, `0${national}`, `${national.slice(0, 3)} ${national.slice(3)}`]) {
    assert.equal(loginOf(login), person.phone);
    assert.equal((await givePassword(await begin(), login, person.password)).status, 303, login);
  }
  const relative = newcomer({ phone: person.phone });
  await openCabinet(stage, relative);
  assert.equal(
    (await givePassword(await begin(), person.phone, person.password)).status,
    422,
    'shared: the PIN then',
  );
  assert.equal((await givePassword(await begin(), person.pin, person.password)).status, 303);
});

test('P573-19c: a wrong password and an unknown number are answered alike, and never end in a message', async () => {
  const person = newcomer();
  await openCabinet(stage, person);
  const sent = stage.outside.messages.length;
  const unknown = newcomer().pin;
  const pages = await Promise.all(
    [person.pin, unknown].map(
      async (login) => (await givePassword(await begin(), login, 'жок сырсөз жок')).text,
    ),
  );
  const [known, nobody] = pages.map((page) =>
    page
      .replaceAll(/interaction\/[\w-]+/g, '')
      .replaceAll(person.pin, '')
      .replaceAll(unknown, ''),
  );
  assert.equal(known, nobody);
  assert.equal(stage.outside.messages.length, sent);
});

test('P573-19c: a guesser is stopped, also when twenty guess at once; the owner still gets in by a browser of before', async () => {
  const person = newcomer();
  const { browser } = await openCabinet(stage, person);
  const guesses = await Promise.all(
    Array.from(
      { length: 20 },
      async () => (await givePassword(await begin(), person.pin, 'жок сырсөз жок')).status,
    ),
  );
  assert.equal(guesses.filter((status) => status === 422).length, 5);
  assert.equal(guesses.filter((status) => status === 429).length, 15);
  assert.equal((await givePassword(await begin(), person.pin, person.password)).status, 429);
  const { signing, seen } = await signInOwn(stage, person, browser);
  assert.equal((await signing.redeem(seen)).status, 200, 'a stranger does not lock the owner out');
});

test('P573-14b: an authenticator counts once confirmed, and is asked for instead of the message', async () => {
  const person = newcomer();
  const { id } = await openCabinet(stage, person);
  const ask = (route: string, body: object) => stage.ask('portal', as(id), route, body);
  const wrong = await ask(`POST /persons/${id}/totp`, { password: 'жок сырсөз жок' });
  assert.deepEqual([wrong.status, wrong.body['field']], [422, 'password'], 'an open browser is not enough');
  const { body: offer } = await ask(`POST /persons/${id}/totp`, { password: person.password });
  const secret = String(offer['secret']);
  assert.match(String(offer['uri']), /^otpauth:\/\/totp\//);
  const stored = JSON.stringify(await stage.on.kit.store.collection('credentials').find().toArray());
  assert.ok(!stored.includes(secret), 'sealed where it is stored');
  assert.equal(
    (await ask(`POST /persons/${id}/totp/confirm`, { code: anotherCode(totpCode(secret)) })).status,
    422,
  );
  const before = await signInOwn(stage, person);
  assert.equal((await before.signing.redeem(before.seen)).status, 200, 'not yet: the message still counts');

  const confirmed = await ask(`POST /persons/${id}/totp/confirm`, { code: totpCode(secret, -1) });
  const codes = listIn(confirmed);
  assert.equal(codes.length, 8);
  const kept = JSON.stringify(await stage.on.kit.store.collection('credentials').find().toArray());
  assert.ok(
    codes.every((code) => !kept.includes(code) && !kept.includes(code.replaceAll('-', ''))),
    'kept hashed',
  );
  const sent = stage.outside.messages.length;
  const signing = await begin();
  const page = await signing.browser.follow(await givePassword(signing, person.pin, person.password));
  assert.match(page.text, /приложени/);
  const { claims = {} } = await signing.redeem(
    await signing.browser.follow(await giveCode(signing, totpCode(secret))),
  );
  assert.equal(claims['person'], id);
  assert.equal(stage.outside.messages.length, sent, 'no message any more');
});

test('P573-14b: the same step of an authenticator does not work twice, not even at once', async () => {
  const person = newcomer();
  const { secret } = await withTotp(person);
  const signings = await Promise.all([1, 2, 3, 4].map(() => begin()));
  await Promise.all(signings.map((signing) => givePassword(signing, person.pin, person.password)));
  const code = totpCode(secret);
  const answers = await Promise.all(signings.map((signing) => giveCode(signing, code)));
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  const late = await begin();
  await givePassword(late, person.pin, person.password);
  assert.match((await giveCode(late, code)).text, /использован|не подходит/);
});

test('P573-14b: a recovery code opens once, and the owner is told', async () => {
  const person = newcomer();
  const { id, codes } = await withTotp(person);
  const [code = ''] = codes;
  const [first, second] = [await begin(), await begin()];
  await givePassword(first, person.pin, person.password);
  const { claims = {} } = await first.redeem(
    await first.browser.follow(await giveCode(first, code.toLowerCase())),
  );
  assert.equal(claims['person'], id);
  await givePassword(second, person.pin, person.password);
  assert.equal((await giveCode(second, code)).status, 422);
  assert.ok(
    stage.outside.messages.some(
      ({ to, text }) => to === person.phone && text.includes('кодом восстановления'),
    ),
  );
  const security = await stage.ask('portal', as(id), `GET /persons/${id}/security`);
  assert.equal(security.body['recoveryCodesLeft'], 7);
});

test('P573-8e: nobody else sees or changes how a person signs in; a new password ends the other sessions', async () => {
  const [person, other] = [newcomer(), newcomer()];
  const [{ id }, stranger] = [await openCabinet(stage, person), await openCabinet(stage, other)];
  const { password } = person;
  const tries: readonly (readonly [string, object?])[] = [
    [`GET /persons/${id}/security`],
    [`POST /persons/${id}/totp`, { password }],
    [`POST /persons/${id}/recovery-codes`, { password }],
    [`POST /persons/${id}/password-codes`],
    [`PUT /persons/${id}/password`, { former: password, password: 'кышкы кар жолу' }],
    [`DELETE /persons/${id}/recovery`],
  ];
  for (const [route, body] of tries) {
    assert.equal((await stage.ask('portal', as(stranger.id), route, body)).status, 404, route);
  }
  const put = (body: object) => stage.ask('portal', as(id), `PUT /persons/${id}/password`, body);
  const open = () => stage.on.kit.store.collection('sessions').countDocuments({ actor: id });
  assert.ok((await open()) > 0);
  assert.equal((await put({ former: 'жок сырсөз жок', password: 'кышкы кар жолу' })).body['field'], 'former');
  assert.equal((await put({ former: person.password, password: person.pin })).body['field'], 'password');
  assert.equal((await put({ password: 'кышкы кар жолу' })).body['code'], 'prove_first');
  assert.equal((await put({ former: person.password, password: 'кышкы кар жолу' })).status, 204);
  assert.equal(await open(), 0);
  assert.equal((await givePassword(await begin(), person.pin, person.password)).status, 422);
  assert.equal((await givePassword(await begin(), person.pin, 'кышкы кар жолу')).status, 303);
});

test('P573-22b: after an entry through ESI a password can be set with a code, and opens the own route', async () => {
  const { pin, phone } = newcomer();
  const person = await stage.person({ pin, phone });
  const ask = (route: string, body?: object) => stage.ask('portal', as(person._id), route, body);
  const sent = await ask(`POST /persons/${person._id}/password-codes`);
  assert.equal(sent.status, 201);
  const code = stage.codeFor(phone);
  const put = (given: string) =>
    ask(`PUT /persons/${person._id}/password`, {
      codeId: sent.body['id'],
      code: given,
      password: 'кышкы кар жолу',
    });
  assert.equal((await put(anotherCode(code))).body['code'], 'wrong_code');
  assert.equal((await put(code)).status, 204);
  assert.equal((await givePassword(await begin(), pin, 'кышкы кар жолу')).status, 303);
  const hourAgo = { $set: { esiAt: new Date(Date.now() - 3_600_000) } };
  await stage.on.kit.store.collection<{ _id: string }>('persons').updateOne({ _id: person._id }, hourAgo);
  assert.equal((await ask(`POST /persons/${person._id}/password-codes`)).body['code'], 'prove_first');
});
