import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Person } from '../persons/person.ts';
import { beginSignIn, enter, throughEsi } from '../testing/sign-in.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { agreements, type Agreement } from './agreements.ts';

const nextVersion = '2026-04-01';
const [userAgreement] = agreements;
/** A new version of the user agreement comes into force on 1 April. */
const published: readonly Agreement[] = [
  ...agreements.map((agreement) => ({ ...agreement, inForceFrom: '2026-01-01T00:00:00.000Z' })),
  ...(userAgreement === undefined
    ? []
    : [{ ...userAgreement, version: nextVersion, inForceFrom: '2026-03-31T18:00:00.000Z' }]),
];

let stage: Stage;
before(async () => {
  stage = await openStage(published);
});
after(() => stage.stop());

const system = { role: 'system' as const };
const user = (subject: string, actor = subject) => ({ subject, actor, role: 'user' as const });

function newcomer(claims: object = {}): string {
  const sub = `esi-${randomUUID()}`;
  stage.outside.people.set(sub, { name: 'Демо Айгүл Сынакова', phone_number: '+996700000001', ...claims });
  return sub;
}

async function missing(person: string, actor = person): Promise<unknown> {
  const route = `GET /persons/${person}/consents/missing?actor=${actor}`;
  const { status, body } = await stage.ask('applications', { subject: 'applications', ...system }, route);
  assert.equal(status, 200);
  return body['missing'];
}

test('P573-8i: both texts are held on the portal for everybody to read, every version of them', async () => {
  const answer = await fetch(`${stage.url}/agreements`);
  assert.equal(answer.status, 200);
  const { agreements: all } = (await answer.json()) as { agreements: (Agreement & { inForce: boolean })[] };
  assert.deepEqual(
    all.map(({ kind, version, inForce }) => [kind, version, inForce]),
    [
      ['user_agreement', '2026-11-01', true],
      ['personal_data', '2026-11-01', true],
      ['user_agreement', nextVersion, false],
    ],
  );
  assert.ok(all.every(({ paragraphs }) => paragraphs.length > 4));
});

test('P573-14b: with what is missing comes who vouches for the person now', async () => {
  const { person } = await enter(stage, newcomer());
  const route = `GET /persons/${person}/consents/missing`;
  const { body } = await stage.ask('applications', { subject: 'applications', ...system }, route);
  assert.deepEqual(body, { missing: [], assurance: 'esi' });
});

test('P573-14c: a withdrawn consent counts at the very next question, and stays in the history', async () => {
  const { person } = await enter(stage, newcomer());
  assert.deepEqual(await missing(person), []);
  const withdrawn = await stage.ask(
    'portal',
    user(person),
    `POST /persons/${person}/consents/personal_data/withdrawal`,
  );
  assert.equal(withdrawn.status, 200);
  assert.deepEqual(await missing(person), [{ person, kind: 'personal_data', version: '2026-11-01' }]);

  const again = { consents: [{ kind: 'personal_data', version: '2026-11-01' }] };
  await stage.ask('portal', user(person), `POST /persons/${person}/consents`, again);
  assert.deepEqual(await missing(person), []);
  const { body } = await stage.ask('portal', user(person), `GET /persons/${person}/consents`);
  const history = body['consents'] as { kind: string; route: string; withdrawnAt?: string }[];
  assert.deepEqual(
    history.map(({ kind, route, withdrawnAt }) => [kind, route, withdrawnAt]),
    [
      ['user_agreement', 'esi', undefined],
      ['personal_data', 'esi', '2026-03-12T04:00:00.000Z'],
      ['personal_data', 'portal', undefined],
    ],
  );
});

test('P573-14c: who withdrew may come in without agreeing, to results and history only; a newcomer may not', async () => {
  const sub = newcomer();
  const { person } = await enter(stage, sub);
  await stage.ask('portal', user(person), `POST /persons/${person}/consents/user_agreement/withdrawal`);
  const signing = await beginSignIn(stage, 'portal');
  assert.match((await throughEsi(stage, signing, sub)).text, /name="later"/);
  const back = await signing.browser.follow(
    await signing.browser.post(`${signing.at}/consents`, { later: 'yes' }),
  );
  assert.equal((await signing.redeem(back)).claims?.['person'], person);
  assert.deepEqual(await missing(person), [{ person, kind: 'user_agreement', version: '2026-11-01' }]);

  const first = await beginSignIn(stage, 'portal');
  assert.doesNotMatch((await throughEsi(stage, first, newcomer())).text, /name="later"/);
  assert.equal((await first.browser.post(`${first.at}/consents`, { later: 'yes' })).status, 422);
});

test('P573-8h, P573-49: an organisation agrees to both, and who acts for it to the use of own data', async () => {
  const organisation = { name: '«Демо Ала-Тоо» ЖЧК', inn: randomUUID() };
  const { person, act } = await enter(stage, newcomer({ organisation }));
  assert.deepEqual(await missing(person, act), []);
  await stage.ask('portal', user(person, act), `POST /persons/${act}/consents/personal_data/withdrawal`);
  assert.deepEqual(await missing(person, act), [
    { person: act, kind: 'personal_data', version: '2026-11-01' },
  ]);
});

test('P573-24, P573-14c: the cabinet is created with the second of the two consents, not with the first', async () => {
  const { _id: id } = await stage.person();
  const persons = stage.on.kit.store.collection<Person>('persons');
  const registered: boolean[] = [];
  for (const { kind, version } of agreements) {
    const body = { consents: [{ kind, version }] };
    const given = await stage.ask('portal', user(id), `POST /persons/${id}/consents`, body);
    assert.equal(given.status, 200);
    registered.push((await persons.findOne({ _id: id }))?.registeredAt !== undefined);
  }
  assert.deepEqual(registered, [false, true]);
});

test("P573-8e: another person's consents do not exist, and no process withdraws them", async () => {
  const [{ person }, stranger] = [await enter(stage, newcomer()), await stage.person()];
  const withdrawal = `POST /persons/${person}/consents/personal_data/withdrawal`;
  assert.equal((await stage.ask('portal', user(stranger._id), withdrawal)).status, 404);
  assert.equal((await stage.ask('portal', { subject: 'portal', ...system }, withdrawal)).status, 404);
  const asked = `GET /persons/${person}/consents/missing`;
  assert.equal((await stage.ask('desk', { subject: 'desk', ...system }, asked)).status, 404);
  assert.equal((await stage.ask('portal', user(stranger._id), asked)).status, 404);
  assert.deepEqual(await missing(person), []);
});

test('P573-14c: a new version is missing at once in open sessions, asked at the next sign-in, and only it counts', async () => {
  const sub = newcomer();
  const { person, session } = await enter(stage, sub);
  stage.on.clock.set('2026-04-01T04:00:00.000Z');
  const lacking = [{ person, kind: 'user_agreement', version: nextVersion }];
  const asked = await stage.ask('portal', { subject: 'portal', ...system }, `GET /sessions/${session}`);
  assert.deepEqual(asked.body, { open: true, missing: lacking });

  const old = { consents: [{ kind: 'user_agreement', version: '2026-11-01' }] };
  const refused = await stage.ask('portal', user(person), `POST /persons/${person}/consents`, old);
  assert.deepEqual([refused.status, refused.body['code']], [409, 'agreement_changed']);

  const signing = await beginSignIn(stage, 'portal');
  const page = await throughEsi(stage, signing, sub);
  assert.match(page.text, /name="user_agreement"/);
  assert.doesNotMatch(page.text, /name="personal_data"/);
  const stale = { user_agreement: 'yes', user_agreement_version: '2026-11-01' };
  assert.equal((await signing.browser.post(`${signing.at}/consents`, stale)).status, 422);
  const agreed = { user_agreement: 'yes', user_agreement_version: nextVersion };
  await signing.browser.follow(await signing.browser.post(`${signing.at}/consents`, agreed));
  assert.deepEqual(await missing(person), []);
});
