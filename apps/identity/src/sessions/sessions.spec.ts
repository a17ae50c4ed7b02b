import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { eventually } from '@kyzmat/testing/eventually';
import { openBrowser } from '../testing/browser.ts';
import { beginSignIn, enter } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const portal = { subject: 'portal', role: 'system' as const };
const user = (subject: string, actor = subject) => ({ subject, actor, role: 'user' as const });

function newcomer(): string {
  const sub = `esi-${randomUUID()}`;
  stage.outside.people.set(sub, { name: 'Демо Айгүл Сынакова', phone_number: '+996700000001' });
  return sub;
}
const isOpen = async (session: string): Promise<unknown> =>
  (await stage.ask('portal', portal, `GET /sessions/${session}`)).body['open'];

interface Seen {
  readonly sessions: readonly { id: string; route: string }[];
  readonly signIns: readonly { outcome: string; route: string; reason?: string; newBrowser?: boolean }[];
}
async function seen(person: string): Promise<Seen> {
  const { body } = await stage.ask('portal', user(person), `GET /persons/${person}/sign-ins`);
  return body as unknown as Seen;
}

test('P573-19d: each sign-in is a fact with its route; the open sessions are shown', async () => {
  const sub = newcomer();
  const first = await enter(stage, sub);
  const second = await enter(stage, sub);
  assert.equal(first.person, second.person);
  assert.notEqual(first.session, second.session);
  const { sessions, signIns } = await seen(first.person);
  assert.deepEqual(
    signIns.map(({ outcome, route }) => [outcome, route]),
    [
      ['entered', 'esi'],
      ['entered', 'esi'],
    ],
  );
  assert.deepEqual(sessions.map(({ id }) => id).toSorted(), [first.session, second.session].toSorted());
});

test('P573-19d: a sign-in that failed is a fact too, of nobody where nobody is known', async () => {
  const facts = stage.on.kit.store.collection<{ _id: string; reason: string; person?: string }>(
    'access_facts',
  );
  const before = await facts.countDocuments({ reason: 'esi_refused' });
  const signing = await beginSignIn(stage, 'portal');
  const sent = await signing.browser.post(`${signing.at}/esi`);
  const state = new URL(sent.location ?? '').searchParams.get('state') ?? '';
  const back = `/esi/callback?${new URLSearchParams({ state, error: 'access_denied' }).toString()}`;
  assert.equal((await signing.browser.follow(await signing.browser.get(back))).status, 422);
  assert.equal(await facts.countDocuments({ reason: 'esi_refused', person: { $exists: false } }), before + 1);

  const member = await stage.staff();
  const desk = await beginSignIn(stage, 'desk');
  await desk.browser.post(`${desk.at}/password`, { login: member.login, password: 'not this one' });
  assert.equal(await facts.countDocuments({ reason: 'wrong_password', person: member.id }), 1);
});

test('P573-19c: an entry by a browser never seen before is told to the person, one by a known browser is not', async () => {
  const sub = newcomer();
  const phone = '+996700456123';
  stage.outside.people.set(sub, { name: 'Демо Айгүл Сынакова', phone_number: phone });
  const warnings = () =>
    stage.outside.messages.filter(({ to, text }) => to === phone && text.includes('нового браузера'));
  const { person } = await enter(stage, sub);
  await enter(stage, sub);
  assert.equal(warnings().length, 0, 'the first one, and the same one again');
  await enter(stage, sub, openBrowser(stage.url, 'ru', 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0'));
  await eventually(() => warnings().length === 1);
  assert.match(warnings()[0]?.text ?? '', /Firefox, Windows.*выйдите отовсюду/u);
  assert.ok((await seen(person)).signIns.some(({ newBrowser }) => newBrowser === true));
  await enter(stage, sub, openBrowser(stage.url, 'ru', 'Mozilla/5.0 (Windows NT 10.0) Firefox/141.0'));
  assert.equal(warnings().length, 1);
});

test('P573-19c: signed out everywhere, every session is closed at its next request', async () => {
  const sub = newcomer();
  const [one, two] = [await enter(stage, sub), await enter(stage, sub)];
  assert.deepEqual([await isOpen(one.session), await isOpen(two.session)], [true, true]);
  const everywhere = `DELETE /persons/${one.person}/sessions`;
  assert.equal((await stage.ask('portal', user(one.person), everywhere)).status, 204);
  assert.deepEqual([await isOpen(one.session), await isOpen(two.session)], [false, false]);
  assert.equal((await seen(one.person)).signIns.length, 2, 'the facts stay');
});

test("P573-8e: one's own session can be ended; another person's does not exist", async () => {
  const [mine, theirs] = [await enter(stage, newcomer()), await enter(stage, newcomer())];
  const end = (session: string) => stage.ask('portal', user(mine.person), `DELETE /sessions/${session}`);
  assert.equal((await end(theirs.session)).status, 404);
  assert.equal((await end('invented')).status, 404);
  assert.equal(await isOpen(theirs.session), true);
  assert.equal((await end(mine.session)).status, 204);
  assert.equal(await isOpen(mine.session), false);
  const list = await stage.ask('portal', user(mine.person), `GET /persons/${theirs.person}/sign-ins`);
  assert.equal(list.status, 404);
  const all = await stage.ask('portal', user(mine.person), `DELETE /persons/${theirs.person}/sessions`);
  assert.equal(all.status, 404);
  const elsewhere = { subject: 'payments', role: 'system' as const };
  assert.equal((await stage.ask('payments', elsewhere, 'GET /sessions/x')).status, 403);
  const atDesk = await stage.ask(
    'desk',
    { ...elsewhere, subject: 'desk' },
    `GET /sessions/${theirs.session}`,
  );
  assert.equal(atDesk.body['open'], false, 'a session of the portal opens nothing at the desk');
});

test('P573-19c: signing out ends the session here and says where it ends at ESI', async () => {
  const { session } = await enter(stage, newcomer());
  const { body } = await stage.ask('portal', portal, `POST /sessions/${session}/sign-out`);
  const at = new URL(String(body['continueAt']));
  assert.equal(at.origin + at.pathname, `${stage.outside.url}/esi/session/end`);
  assert.equal(at.searchParams.get('post_logout_redirect_uri'), `${stage.url}/esi/signed-out`);
  assert.ok((at.searchParams.get('id_token_hint') ?? '').split('.').length === 3);
  assert.equal(await isOpen(session), false);
  assert.deepEqual((await stage.ask('portal', portal, `POST /sessions/${session}/sign-out`)).body, {});
});
