import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStage, type Stage } from '../testing/stage.ts';
import { code, service } from '../testing/samples.ts';
import { visitor } from '../testing/visitor.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const apply = `/services/${service}/apply`;

test('P573-8i: the texts are open to everybody, each version at its own address', async () => {
  const anybody = visitor(stage);
  assert.match((await anybody.get('/agreements')).text, /href="\/agreements\/user_agreement"/u);
  assert.match((await anybody.get('/agreements/user_agreement')).text, /2026-11-01/u);
  assert.equal((await anybody.get('/agreements/personal_data/2026-11-01')).status, 200);
  assert.equal((await anybody.get('/agreements/personal_data/1999-01-01')).status, 404);
});

test('P573-13c: from the settings one comes to the own data, who used them, and their copy', async () => {
  const who = visitor(stage, 'ru');
  await who.signIn('aigul');
  const { text } = await who.get('/account');
  assert.match(text, /<a href="\/my-data">Мои данные<\/a>/u);
  assert.match(text, /Кто, когда и для чего использовал ваши данные/u);
  assert.equal((await who.get('/my-data')).status, 200);
});

test('P573-14c: with a consent withdrawn services close at the next call; the rest of the cabinet stays', async () => {
  const who = visitor(stage);
  await who.signIn('withdrawer', '/account/consents');
  const warning = await who.get('/account/consents/personal_data/withdraw');
  assert.match(warning.text, /Берилген арыздар аягына чейин каралат/u);
  assert.match(warning.text, /кайра берсеңиз болот/u);
  const withdrawn = await who.post('/account/consents/personal_data/withdraw');
  assert.equal(withdrawn.headers['location'], '/account/consents');

  const closed = await who.get(apply);
  assert.equal(closed.headers['location'], `/account/consents?to=${encodeURIComponent(apply)}`);
  assert.equal((await who.post(apply)).status, 403);
  assert.equal((await who.get('/cabinet')).status, 200);

  const asked = await who.get(closed.headers['location'] ?? '');
  assert.match(asked.text, /name="personal_data"/u);
  assert.doesNotMatch(asked.text, /name="user_agreement"/u);
  const empty = await who.post('/account/consents', { to: apply });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /href="#f-personal_data"/u);
  const given = { personal_data: 'yes', personal_data_version: '2026-11-01', to: apply };
  const back = await who.post('/account/consents', given);
  assert.equal(back.headers['location'], apply);
  assert.equal((await who.get(apply)).status, 200);
});

test('P573-19c: a session ended at identity ends here at its next request', async () => {
  const who = visitor(stage);
  await who.signIn('leaver', '/account/sign-ins');
  const list = await who.get('/account/sign-ins');
  assert.match(list.text, /Firefox, Windows/u);
  assert.match(list.text, /жаңы браузер/u);
  assert.equal((await who.post('/account/sign-ins/end', { session: 'other-session' })).status, 303);
  assert.equal((await who.post('/account/sign-ins/end', { session: 'of somebody else' })).status, 404);
  assert.equal((await who.post('/account/sign-ins/end-all')).headers['location'], '/');
  assert.match((await who.get('/cabinet')).headers['location'] ?? '', /^\/sign-in/u);
  assert.doesNotMatch((await who.get('/')).text, /Демо leaver/u);
});

test('P573-19c: when nobody can say whether a session holds, nothing of the person is shown', async () => {
  const who = visitor(stage);
  await who.signIn('unsure');
  stage.standIns.sessionsAway = true;
  assert.equal((await who.get('/cabinet')).status, 503);
  const open = await who.get('/services');
  assert.equal(open.status, 200);
  assert.doesNotMatch(open.text, /Демо unsure/u);
  stage.standIns.sessionsAway = false;
  assert.match((await who.get('/services')).text, /Демо unsure/u);
});

test('P573-19c: signing out ends the session at identity, and leads to the end of the one at ESI', async () => {
  const who = visitor(stage);
  await who.signIn('esi-visitor');
  const out = await who.post('/sign-out');
  assert.equal(out.headers['location'], '/signed-out');
  assert.match((await who.get('/signed-out')).text, /href="https:\/\/esi\.example\/end"/u);
  assert.match((await who.get('/cabinet')).headers['location'] ?? '', /^\/sign-in/u);
  const plain = visitor(stage);
  await plain.signIn('aigul');
  assert.equal((await plain.post('/sign-out')).headers['location'], '/');
});

test('P573-34b: a new telephone waits for its code; what is wrong is told at the field and stays typed', async () => {
  const who = visitor(stage);
  await who.signIn('mover', '/account/contact');
  const wrong = await who.post('/account/contact/phone', { phone: '12' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#f-phone"/u);
  assert.match(wrong.text, /value="12"/u);
  const sent = await who.post('/account/contact/phone', { phone: '0700 987 654' });
  assert.equal(sent.headers['location'], '/account/contact/code');
  assert.match((await who.get('/account/contact/code')).text, /\*\*\* 54/u);
  assert.equal((await who.post('/account/contact/code', { code: '000000' })).status, 422);
  const proved = await who.post('/account/contact/code', { code });
  assert.equal(proved.headers['location'], '/account/contact');
});
