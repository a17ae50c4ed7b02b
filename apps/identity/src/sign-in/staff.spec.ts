import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStaff, type NewStaff } from '../staff/store.ts';
import type { Seen } from '../testing/browser.ts';
import { beginSignIn, type SigningIn } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const operator = { subject: 'operator-1', role: 'operator' } as const;

const password = (signing: SigningIn, { login, initialPassword }: NewStaff): Promise<Seen> =>
  signing.browser.post(`${signing.at}/password`, { login, password: initialPassword });
const code = (signing: SigningIn, digits: string): Promise<Seen> =>
  signing.browser.post(`${signing.at}/code`, { code: digits });

async function enter(member: NewStaff): Promise<{ signing: SigningIn; back: Seen }> {
  const signing = await beginSignIn(stage, 'desk');
  await signing.browser.follow(await password(signing, member));
  const back = await signing.browser.follow(await code(signing, stage.codeFor(member.phone)));
  return { signing, back };
}
function anotherThan(digits: string): string {
  return digits === '000000' ? '111111' : '000000';
}

test('staff signs in with a password and a code, both', async () => {
  const member = await stage.staff();
  const signing = await beginSignIn(stage, 'desk');
  assert.equal((await code(signing, '123456')).location, signing.at, 'no code before the password');
  const asked = await signing.browser.follow(await password(signing, member));
  assert.match(asked.text, /one-time-code/);
  assert.ok(!asked.text.includes(member.phone), 'the number is masked');
  const right = stage.codeFor(member.phone);
  const wrong = await code(signing, anotherThan(right));
  assert.equal(wrong.status, 422);
  const { claims = {} } = await signing.redeem(await signing.browser.follow(await code(signing, right)));
  assert.equal(claims['person'], member.id);
  assert.deepEqual(claims['roles'], member.roles);
  assert.equal(claims['provider'], member.providerId);
});

test('a wrong password and an unknown login are answered alike', async () => {
  const member = await stage.staff();
  const signing = await beginSignIn(stage, 'desk');
  const known = await password(signing, { ...member, initialPassword: 'башка сырсөз' });
  const unknown = await password(signing, { ...member, login: 'nobody' });
  assert.equal(known.status, 422);
  assert.equal(unknown.status, 422);
  assert.equal(known.text.replaceAll(member.login, ''), unknown.text.replaceAll('nobody', ''));
});

test('the sixth password within the window is not looked at, right or wrong', async () => {
  const member = await stage.staff();
  const signing = await beginSignIn(stage, 'desk');
  for (let tries = 0; tries < 5; tries++)
    await password(signing, { ...member, initialPassword: 'башка сырсөз' });
  const locked = await password(signing, member);
  assert.equal(locked.status, 429);
  assert.match(locked.text, /<h1[^>]*>[^<]*[А-я]/, 'a page in the language of the person');
  assert.equal(stage.outside.messages.filter(({ to }) => to === member.phone).length, 0);
});

test('who knows the password cannot go on guessing codes by asking for new ones', async () => {
  const member = await stage.staff();
  const signing = await beginSignIn(stage, 'desk');
  for (let tries = 0; tries < 5; tries++) assert.equal((await password(signing, member)).status, 303);
  assert.equal((await password(signing, member)).status, 429);
});

test("C22-13a: a blocked provider's staff gets neither a code nor tokens, and none when nobody can say", async () => {
  const member = await stage.staff({ providerId: 'leaky-provider' });
  const { signing, back } = await enter(member);
  stage.outside.blocked.add('leaky-provider');
  assert.equal((await signing.redeem(back)).claims, undefined, 'blocked between sign-in and token');
  const refused = await password(await beginSignIn(stage, 'desk'), member);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /приостановлен/);
  stage.outside.blocked.clear();
  stage.outside.away = true;
  const unsure = await password(await beginSignIn(stage, 'desk'), member);
  stage.outside.away = false;
  assert.ok(unsure.status >= 400, String(unsure.status));
});

test('removal ends roles, sessions and codes at once', async () => {
  const member = await stage.staff();
  const { signing, back } = await enter(member);
  const sessions = stage.on.kit.store.collection('oidc');
  const own = { 'payload.accountId': { $regex: `^staff:${member.id}~` } };
  assert.ok((await sessions.countDocuments(own)) > 0);
  assert.equal((await stage.ask('desk', operator, `DELETE /staff/${member.id}`)).status, 204);
  assert.equal(await sessions.countDocuments(own), 0);
  assert.equal((await signing.redeem(back)).claims, undefined);
  assert.equal((await password(await beginSignIn(stage, 'desk'), member)).status, 422);
  assert.equal((await stage.ask('desk', operator, `GET /staff/${member.id}`)).status, 404);
});

test('P573-19c: signed out everywhere, by themselves or by the operator, staff is out with the next call', async () => {
  const member = await stage.staff();
  const other = await stage.staff();
  const desk = { subject: 'desk', role: 'system' } as const;
  const sessionOf = async (who: NewStaff): Promise<string> => {
    const { signing, back } = await enter(who);
    const { claims = {} } = await signing.redeem(back);
    return String(claims['session']);
  };
  const isOpen = async (session: string) =>
    (await stage.ask('desk', desk, `GET /sessions/${session}`)).body['open'];
  const [here, there, theirs] = [await sessionOf(member), await sessionOf(member), await sessionOf(other)];
  assert.deepEqual(await Promise.all([here, there, theirs].map(isOpen)), [true, true, true]);
  const portal = { subject: 'portal', role: 'system' } as const;
  assert.equal((await stage.ask('portal', portal, `GET /sessions/${here}`)).body['open'], false);

  const everywhere = `DELETE /staff/${member.id}/sessions`;
  const own = { subject: member.id, role: 'executor', provider: 'population-register' } as const;
  const colleague = { ...own, subject: other.id };
  const user = { subject: member.id, role: 'user' } as const;
  assert.equal((await stage.ask('desk', colleague, everywhere)).status, 404);
  assert.equal((await stage.ask('portal', user, everywhere)).status, 404);
  assert.equal(await isOpen(here), true);
  assert.equal((await stage.ask('desk', own, everywhere)).status, 204);
  assert.deepEqual(await Promise.all([here, there, theirs].map(isOpen)), [false, false, true]);
  assert.equal((await stage.ask('desk', operator, `DELETE /staff/${other.id}/sessions`)).status, 204);
  assert.equal(await isOpen(theirs), false);

  const dismissed = await stage.staff();
  const last = await sessionOf(dismissed);
  assert.equal((await stage.ask('desk', operator, `DELETE /staff/${dismissed.id}`)).status, 204);
  assert.equal(await isOpen(last), false);
  const again = await sessionOf(member);
  assert.deepEqual((await stage.ask('desk', desk, `POST /sessions/${again}/sign-out`)).body, {});
  assert.equal(await isOpen(again), false, 'signed out at the desk');
});

test('only the operator keeps accounts; a login has one holder; others see their own provider', async () => {
  const member = await stage.staff();
  const { id, login } = member;
  const head = { subject: 'h', role: 'provider_head', provider: 'population-register' } as const;
  assert.equal((await stage.ask('desk', head, 'POST /staff', member)).status, 403);
  assert.equal((await stage.ask('desk', head, `DELETE /staff/${id}`)).status, 403);
  assert.equal((await stage.ask('desk', head, `GET /staff/${id}`)).status, 200);
  const stranger = { ...head, provider: 'another' };
  assert.equal((await stage.ask('desk', stranger, `GET /staff/${id}`)).status, 404);
  const user = { subject: 'p', role: 'user' } as const;
  assert.equal((await stage.ask('portal', user, `GET /staff/${id}`)).status, 404);
  const second = { ...member, id: 'second', login: login.toUpperCase() };
  const taken = await stage.ask('desk', operator, 'POST /staff', second);
  assert.equal(taken.status, 409);
  assert.equal(taken.body['code'], 'login_taken');
  const { passwordHash } = await openStaff(stage.on.kit.store).get(id);
  const changed = { ...member, roles: ['executor'], initialPassword: 'башка узун сырсөз' };
  const smuggled = await stage.ask('desk', operator, 'POST /staff', { ...changed, passwordHash: 'x' });
  assert.equal(smuggled.status, 400);
  const again = await stage.ask('desk', operator, 'POST /staff', changed);
  assert.equal(again.status, 201);
  assert.deepEqual(again.body['roles'], ['executor']);
  assert.equal(
    (await openStaff(stage.on.kit.store).get(id)).passwordHash,
    passwordHash,
    'the password stays',
  );
});
