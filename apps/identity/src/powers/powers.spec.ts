import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '../persons/person.ts';
import { openBrowser } from '../testing/browser.ts';
import { bothConsents, newcomer, openCabinet, signInOwn, type Newcomer } from '../testing/own-route.ts';
import { beginSignIn, throughEsi } from '../testing/sign-in.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const as = (subject: string, actor = subject) => ({ subject, actor, role: 'user' }) as const;
const applications = { subject: 'applications', role: 'system' } as const;
const portal = { subject: 'portal', role: 'system' } as const;

async function grant(principal: string, to: Newcomer, details: object = {}): Promise<Answer> {
  return stage.ask('portal', as(principal), 'POST /powers', {
    representativePin: to.pin,
    representativePhone: to.phone,
    scope: 'all',
    validFrom: '2026-03-12',
    validUntil: '2026-12-31',
    ...details,
  });
}
async function stands(principal: string, representative: string, serviceCode?: string): Promise<boolean> {
  const query = new URLSearchParams({ principal, representative, ...(serviceCode && { serviceCode }) });
  const { body } = await stage.ask('applications', applications, `GET /powers/standing?${query.toString()}`);
  return body['stands'] === true;
}
const act = (who: string, id: unknown, what: 'accept' | 'end') =>
  stage.ask('portal', as(who), `POST /powers/${String(id)}/${what}`);
async function received(person: string): Promise<number> {
  const { body } = await stage.ask('portal', as(person), 'GET /powers');
  return Array.isArray(body['received']) ? body['received'].length : 0;
}
function inn(): string {
  return `025082015${newcomer().pin.slice(-5)}`;
}

test('P573-15: a power stands once accepted, for its services and days, and ends at once', async () => {
  const [principal, representative] = [newcomer(), newcomer()];
  const [{ id: a }, { id: b }] = [
    await openCabinet(stage, principal),
    await openCabinet(stage, representative),
  ];
  const given = await grant(a, representative, { scope: ['residence-certificate'] });
  assert.equal(given.status, 201);
  assert.equal(given.body['state'], 'offered');
  assert.doesNotMatch(JSON.stringify(given.body), new RegExp(representative.pin), 'the number is masked');
  assert.equal(await stands(a, b), false);
  assert.equal((await act(b, given.body['id'], 'accept')).body['state'], 'standing');
  assert.equal(await stands(a, b, 'residence-certificate'), true);
  assert.equal(await stands(a, b, 'criminal-record-certificate'), false);
  assert.equal(await stands(b, a), false);

  const { signing, seen } = await signInOwn(stage, representative);
  assert.match(seen.text, /От чьего имени/);
  const { browser, at } = signing;
  assert.equal((await browser.post(`${at}/in-whose-name`, { name: 'somebody' })).status, 422);
  const { claims = {} } = await signing.redeem(
    await browser.follow(await browser.post(`${at}/in-whose-name`, { name: a })),
  );
  assert.deepEqual([claims['person'], claims['act']], [a, b], 'who did it for whom');
  const open = () => stage.on.kit.store.collection('sessions').countDocuments({ subject: a, actor: b });
  assert.equal(await open(), 1);
  const sign = { contentHash: 'ab'.repeat(32), title: { ky: 'Маалымкат', ru: 'Справка' } };
  assert.equal((await stage.ask('portal', as(a, b), 'POST /signing-requests', sign)).status, 201);

  assert.equal((await act(a, given.body['id'], 'end')).body['state'], 'ended');
  assert.equal(await stands(a, b, 'residence-certificate'), false);
  assert.equal(await open(), 0, 'what was open in this name is closed');
  assert.equal((await stage.ask('portal', as(a, b), 'POST /signing-requests', sign)).status, 403);
  const after = await signInOwn(stage, representative);
  assert.doesNotMatch(after.seen.text, /От чьего имени/);
});

test('P573-15: what was opened by a power closes by itself when its last day is over', async () => {
  const [principal, representative] = [newcomer(), newcomer()];
  const [{ id: a }, { id: b }] = [
    await openCabinet(stage, principal),
    await openCabinet(stage, representative),
  ];
  const { body } = await grant(a, representative, { validUntil: '2026-03-12' });
  await act(b, body['id'], 'accept');
  const { signing } = await signInOwn(stage, representative);
  const { browser, at } = signing;
  const entered = await browser.follow(await browser.post(`${at}/in-whose-name`, { name: a }));
  const { claims = {} } = await signing.redeem(entered);
  const isOpen = async (): Promise<unknown> =>
    (await stage.ask('portal', portal, `GET /sessions/${String(claims['session'])}`)).body['open'];
  const now = stage.on.clock.now().toISOString();
  stage.on.clock.set('2026-03-12T17:59:59.000Z');
  assert.equal(await isOpen(), true, 'one second before midnight in Bishkek');
  stage.on.clock.set('2026-03-12T18:00:00.000Z');
  assert.equal(await isOpen(), false);
  stage.on.clock.set(now);
});

test('P573-15: a power is not taken on by others, not passed on, not given to oneself or without end', async () => {
  const [principal, representative, other] = [newcomer(), newcomer(), newcomer()];
  const [{ id: a }, { id: b }, { id: c }] = [
    await openCabinet(stage, principal),
    await openCabinet(stage, representative),
    await openCabinet(stage, other),
  ];
  const { body } = await grant(a, representative);
  for (const stranger of [a, c]) assert.equal((await act(stranger, body['id'], 'accept')).status, 404);
  assert.equal((await act(c, body['id'], 'end')).status, 404);
  await act(b, body['id'], 'accept');
  const onward = {
    representativePin: other.pin,
    representativePhone: other.phone,
    scope: 'all',
    validFrom: '2026-03-12',
    validUntil: '2026-03-13',
  };
  const passed = await stage.ask('portal', as(a, b), 'POST /powers', onward);
  assert.deepEqual([passed.status, passed.body['code']], [403, 'head_only']);
  assert.equal((await grant(a, principal)).body['field'], 'representativePin');
  assert.equal((await grant(a, other, { validUntil: '2026-03-11' })).body['field'], 'validUntil');
  assert.equal((await grant(a, other, { validUntil: '2036-03-11' })).body['field'], 'validUntil');
  assert.equal((await act(b, body['id'], 'end')).body['state'], 'ended', 'the representative lays it down');
});

test('P573-15: who only says whose PIN it is must have the phone that the principal named', async () => {
  const [principal, real] = [newcomer(), newcomer()];
  const { id: a } = await openCabinet(stage, principal);
  const impostor = newcomer({ pin: real.pin });
  const { id: b } = await openCabinet(stage, impostor);
  const { body } = await grant(a, real);
  assert.equal(await received(b), 0, 'not even seen');
  assert.equal((await act(b, body['id'], 'accept')).status, 404);
  const proven = await stage.person({ pin: newcomer().pin, phone: newcomer().phone });
  const toProven = await grant(a, { ...newcomer(), pin: proven.profile.pin ?? '' });
  assert.equal(await received(proven._id), 1, 'ESI has proved the PIN');
  assert.equal((await act(proven._id, toProven.body['id'], 'accept')).status, 200);
});

test('P573-8h: a person registers the legal entity they head, enters in its name, and nobody registers it twice', async () => {
  const [head, other] = [newcomer(), newcomer()];
  const [{ id: a }, { id: b }] = [await openCabinet(stage, head), await openCabinet(stage, other)];
  const organisation = { name: '«Демо Ала-Арча» ЖЧК', inn: inn(), address: { settlement: 'Бишкек' } };
  const register = (who: string) => stage.ask('portal', as(who), 'POST /organisations', organisation);
  const answers = await Promise.all([register(a), register(a), register(b), register(b)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409]);
  const winner = answers.slice(0, 2).some(({ status }) => status === 201) ? head : other;
  const { signing, seen } = await signInOwn(stage, winner);
  assert.match(seen.text, /Ала-Арча/);
  const entity = await stage.on.kit.store
    .collection<Person>('persons')
    .findOne({ knownAs: `own-inn:${organisation.inn}` });
  assert.ok(entity !== null);
  const { browser, at } = signing;
  const consents = await browser.follow(await browser.post(`${at}/in-whose-name`, { name: entity._id }));
  assert.match(consents.text, /name="user_agreement"/);
  const { claims = {} } = await signing.redeem(
    await browser.follow(await browser.post(`${at}/consents`, bothConsents)),
  );
  assert.deepEqual(
    [claims['person'], claims['kind'], claims['acting_for']],
    [entity._id, 'legal', organisation.name],
  );
  assert.equal(claims['assurance'], 'self_asserted');
  const worker = newcomer();
  await openCabinet(stage, worker);
  const granted = await stage.ask('portal', as(entity._id, String(claims['act'])), 'POST /powers', {
    representativePin: worker.pin,
    representativePhone: worker.phone,
    scope: 'all',
    validFrom: '2026-03-12',
    validUntil: '2026-04-12',
  });
  assert.equal(granted.status, 201, 'the head gives powers in its name');
});

test('P573-8h: ESI comes before a self-asserted entity: another head closes it, the same head joins it', async () => {
  const stranger = newcomer();
  const { id } = await openCabinet(stage, stranger);
  const organisation = { name: '«Демо Тоо» ЖЧК', inn: inn(), address: {} };
  const { body } = await stage.ask('portal', as(id), 'POST /organisations', organisation);
  const sub = `esi-${newcomer().pin}`;
  stage.outside.people.set(sub, { name: 'Демо Назира', phone_number: newcomer().phone, organisation });
  const signing = await beginSignIn(stage, 'portal', openBrowser(stage.url));
  await throughEsi(stage, signing, sub);
  const seen = await signing.browser.follow(
    await signing.browser.post(`${signing.at}/consents`, bothConsents),
  );
  const { claims = {} } = await signing.redeem(seen);
  assert.equal(claims['assurance'], 'esi');
  const persons = stage.on.kit.store.collection<Person>('persons');
  const [closed] = await persons
    .find({ 'profile.inn': organisation.inn, closedAt: { $exists: true } })
    .toArray();
  assert.ok(closed !== undefined);
  assert.notEqual(claims['person'], closed._id);
  assert.equal(await stands(closed._id, id), false);
  assert.equal((await act(id, body['id'], 'end')).body['state'], 'ended');
  assert.equal(
    await stands(String(claims['person']), String(claims['act'])),
    true,
    'ESI’s word is a power too',
  );
});
