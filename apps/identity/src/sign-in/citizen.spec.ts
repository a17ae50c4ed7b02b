import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Person } from '../persons/person.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { beginSignIn, throughEsi } from '../testing/sign-in.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const both = { user_agreement: 'yes', personal_data: 'yes' };

function newcomer(claims: object = {}): string {
  const sub = `esi-${randomUUID()}`;
  stage.outside.people.set(sub, { name: 'Демо Айгүл Сынакова', phone_number: '+996700000001', ...claims });
  return sub;
}
const stored = (sub: string): Promise<Person | null> =>
  stage.on.kit.store.collection<Person>('persons').findOne({ knownAs: `esi:${sub}` });

test('P573-22b, P573-24: the first entry through ESI, with both consents, creates the cabinet', async () => {
  const sub = newcomer();
  const signing = await beginSignIn(stage, 'portal');
  assert.match(signing.first.text, /Войти через ЕСИ/);
  const asked = await throughEsi(stage, signing, sub);
  assert.match(asked.text, /name="user_agreement"/);
  assert.equal((await stored(sub))?.registeredAt, undefined, 'no cabinet without consents');
  const back = await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, both));
  const { claims = {} } = await signing.redeem(back);
  const person = await stored(sub);
  assert.equal(person?.registeredAt, '2026-03-12T04:00:00.000Z');
  assert.equal(claims['person'], person._id);
  assert.deepEqual(claims['roles'], ['user']);
  assert.doesNotMatch(JSON.stringify(claims), new RegExp(sub), 'the id is opaque');
});

test('P573-22b: the second entry asks no consents, refreshes what ESI knows, and is the same person', async () => {
  const sub = newcomer();
  const first = await beginSignIn(stage, 'portal');
  await throughEsi(stage, first, sub);
  await first.browser.follow(await first.browser.post(`${first.at}/consents`, both));
  const before = await stored(sub);
  stage.outside.people.set(sub, { name: 'Демо Айгүл Жаңыева', phone_number: '+996700000099' });
  const second = await beginSignIn(stage, 'portal', first.browser);
  const { claims = {} } = await second.redeem(await throughEsi(stage, second, sub));
  const person = await stored(sub);
  assert.equal(claims['person'], before?._id);
  assert.equal(claims['name'], 'Демо Айгүл Жаңыева');
  assert.equal(person?.contact.emessageAddress, '+996700000099', 'codes go to the number ESI vouches for');
  assert.equal(person.contact.phone, '+996700000001', 'the own contact stays');
  assert.deepEqual(person.consents, before?.consents);
});

test('P573-14c: both consents are needed; each is kept with its version, date and time', async () => {
  const sub = newcomer();
  const signing = await beginSignIn(stage, 'portal');
  await throughEsi(stage, signing, sub);
  for (const kind of ['user_agreement', 'personal_data']) {
    const one = await signing.browser.post(`${signing.at}/consents`, { [kind]: 'yes' });
    assert.equal(one.status, 422);
    const missing = kind === 'user_agreement' ? 'personal_data' : 'user_agreement';
    assert.match(one.text, new RegExp(`href="#f-${missing}"`));
    assert.doesNotMatch(one.text, new RegExp(`href="#f-${kind}"`));
    assert.deepEqual((await stored(sub))?.consents, []);
  }
  await Promise.all([1, 2].map(() => signing.browser.post(`${signing.at}/consents`, both)));
  const person = await stored(sub);
  assert.ok(person);
  const given = { givenAt: '2026-03-12T04:00:00.000Z', route: 'esi' };
  assert.deepEqual(person.consents, [
    { kind: 'user_agreement', version: '2026-11-01', ...given, by: person._id },
    { kind: 'personal_data', version: '2026-11-01', ...given, by: person._id },
  ]);
  const who = { subject: person._id, role: 'user' as const };
  const { body } = await stage.ask('portal', who, `GET /persons/${person._id}/consents`);
  assert.deepEqual(body['consents'], person.consents);
});

test('P573-8h: who acts for a legal entity signs in as both', async () => {
  const organisation = { name: '«Демо Ала-Тоо» ЖЧК', inn: randomUUID() };
  const signing = await beginSignIn(stage, 'portal');
  const sub = newcomer({ organisation });
  await throughEsi(stage, signing, sub);
  const back = await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, both));
  const { claims = {} } = await signing.redeem(back);
  assert.equal(claims['kind'], 'legal');
  assert.equal(claims['acting_for'], organisation.name);
  assert.equal(claims['act'], (await stored(sub))?._id);
  assert.notEqual(claims['person'], claims['act']);
});

test('P573-22a: a return from ESI works once, and in its own browser only', async () => {
  const signing = await beginSignIn(stage, 'portal');
  const sent = await signing.browser.post(`${signing.at}/esi`);
  const back = stage.outside.signInAtEsi(sent.location ?? '', newcomer());
  const other = await beginSignIn(stage, 'portal');
  assert.equal((await other.browser.follow(await other.browser.get(back))).status, 401);
  assert.match((await signing.browser.follow(await signing.browser.get(back))).text, /personal_data/);
  assert.equal((await signing.browser.get(back)).status, 401);
  assert.equal((await signing.browser.get('/esi/callback?state=invented&code=1')).status, 401);
});

test('P573-14c: nobody gets to the consents without ESI', async () => {
  const signing = await beginSignIn(stage, 'portal');
  const skipped = await signing.browser.post(`${signing.at}/consents`, both);
  assert.equal(skipped.location, signing.at);
});
