import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { topics, type Notifications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import { bodyOf, contact, openStage, owe, type Owed, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());
beforeEach(() => {
  stage.emessages.next.length = 0;
  stage.mail.next.length = 0;
});

type Notice = Notifications['Notice'];
const operator: Principal = { subject: 'operator', role: 'operator' };
const person = (): Principal => ({ subject: `person-${randomUUID()}`, role: 'user' });
const required = { required: ['cabinet' as const, 'emessage' as const], extra: [] };

/** A person who is owed a notice by e-message only, having chosen no e-mail. */
function debtOf(who: Principal, email?: string): Owed {
  const { email: _none, ...reached } = contact;
  const channels = { ...reached, channels: [], ...(email !== undefined && { email }) };
  return owe(stage, who.subject, { channels: required }, channels);
}

async function noticeWhen(who: Principal, holds: (notice: Notice) => boolean): Promise<Notice> {
  return eventually(async () => {
    const [notice] = (await stage.list(who)).notices;
    return notice !== undefined && holds(notice) ? notice : undefined;
  });
}
const shape = ({ deliveries }: Notice) =>
  deliveries.map(({ channel, status, insteadOf, again }) => ({ channel, status, insteadOf, again }));
const failuresOf = async (id: string): Promise<Notifications['FailedDelivery'][]> => {
  const { failures } = bodyOf<{ failures: Notifications['FailedDelivery'][] }>(
    await stage.get(operator, '/failures'),
  );
  return failures.filter(({ noticeId }) => noticeId === id);
};

test('P573-34a: each hand-over is proved by channel, time and the id of the other system', async () => {
  const who = person();
  const debt = owe(stage, who.subject, {}, { ...contact, email: `${who.subject}@example.kg` });
  await stage.on.kit.bus.publish(topics.applications, [debt.event]);
  const { deliveries } = await noticeWhen(who, (notice) =>
    shape(notice).every((one) => one.status === 'handed_over'),
  );
  const [cabinet, emessage, email] = deliveries;
  assert.equal(cabinet?.externalId, undefined);
  assert.match(emessage?.externalId ?? '', /^gses-\d+$/);
  assert.match(email?.externalId ?? '', /^250 /);
  assert.ok(deliveries.every(({ at }) => at === '2026-03-12T04:00:00.000Z'));
});

test('P573-34a: e-messages down for long: e-mail steps in, the record says so, and the debt stays until they take it', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  stage.emessages.next.push(...Array<number>(60).fill(503));
  const debt = debtOf(who, email);
  await stage.on.kit.bus.publish(topics.applications, [debt.event]);
  await noticeWhen(who, (notice) => notice.deliveries.length === 2);
  stage.on.clock.advance(3_600_000);
  const notice = await noticeWhen(who, (one) => shape(one)[2]?.status === 'handed_over');
  assert.deepEqual(shape(notice).slice(1), [
    { channel: 'emessage', status: 'pending', insteadOf: undefined, again: undefined },
    { channel: 'email', status: 'handed_over', insteadOf: 'emessage', again: undefined },
  ]);
  stage.emessages.next.length = 0;
  await noticeWhen(who, (one) => shape(one)[1]?.status === 'handed_over');
  const letters = stage.mail.letters.filter(
    ({ to }) => to !== undefined && !Array.isArray(to) && to.text === email,
  );
  assert.equal(letters.length, 1);
});

test('P573-34a: without any address the failure is the operator’s to see; tried again it is a delivery of its own', async () => {
  const who = person();
  const { emessageAddress: _address, email: _email, phone: _phone, ...nowhere } = contact;
  const debt = owe(stage, who.subject, { channels: required }, { ...nowhere, channels: [] });
  await stage.on.kit.bus.publish(topics.applications, [debt.event]);
  await noticeWhen(who, (notice) => shape(notice)[1]?.status === 'failed');
  const [failure] = await failuresOf(debt.noticeId);
  assert.deepEqual(
    [failure?.channel, failure?.reason, failure?.triedAgain],
    ['emessage', 'no_address', false],
  );
  assert.ok(
    !JSON.stringify(failure).includes('Жыйынтыгын кабинетиңизден'),
    'what it says is not for the operator',
  );

  const retry = `/notices/${debt.noticeId}/deliveries/1/retry`;
  assert.equal((await stage.post(operator, retry)).status, 422, 'there is still no address');
  stage.identity.answers.set(`/persons/${who.subject}/contact`, contact);
  assert.equal((await stage.post(operator, retry)).status, 204);
  assert.equal((await stage.post(operator, retry)).status, 204, 'a second press changes nothing');
  const notice = await noticeWhen(who, (one) => shape(one)[2]?.status === 'handed_over');
  assert.deepEqual(shape(notice).slice(1), [
    { channel: 'emessage', status: 'failed', insteadOf: undefined, again: undefined },
    { channel: 'emessage', status: 'handed_over', insteadOf: undefined, again: 1 },
  ]);
  assert.equal((await failuresOf(debt.noticeId))[0]?.triedAgain, true);
});

test('P573-34a: refused for good, e-mail steps in where there is an address', async () => {
  const who = person();
  stage.emessages.next.push(410);
  const debt = debtOf(who, `${who.subject}@example.kg`);
  await stage.on.kit.bus.publish(topics.applications, [debt.event]);
  const notice = await noticeWhen(who, (one) => shape(one)[2]?.status === 'handed_over');
  assert.deepEqual(
    shape(notice).map(({ channel, status }) => `${channel} ${status}`),
    ['cabinet handed_over', 'emessage failed', 'email handed_over'],
  );
});

test('P573-4: failures are the operator’s: nobody else sees or retries them', async () => {
  for (const who of [
    person(),
    { subject: 'nurlan', role: 'executor', provider: 'population-register' } as const,
  ]) {
    assert.equal((await stage.get(who, '/failures')).status, 403);
    assert.equal((await stage.post(who, '/notices/n1/deliveries/1/retry')).status, 403);
  }
  assert.equal((await stage.post(operator, '/notices/none/deliveries/1/retry')).status, 404);
});
