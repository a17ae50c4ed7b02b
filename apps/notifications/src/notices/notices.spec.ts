import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { parseEvent, topics, type Applications, type Notifications } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing/eventually';
import { again, contact, openStage, owe, type Owed, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const person = (): Principal => ({ subject: `person-${randomUUID()}`, role: 'user' });

const publish = (...events: readonly CloudEvent[]): Promise<void> =>
  stage.on.kit.bus.publish(topics.applications, events);

/** The person's only notice, once every channel has ended. */
async function settled(who: Principal): Promise<Notifications['Notice']> {
  return eventually(async () => {
    const [notice] = (await stage.list(who)).notices;
    return notice?.deliveries.every(({ status }) => status !== 'pending') === true ? notice : undefined;
  });
}

const statuses = ({ deliveries }: Notifications['Notice']): Record<string, string> =>
  Object.fromEntries(deliveries.map(({ channel, status }) => [channel, status]));

const messagesOf = ({ noticeId }: Owed) =>
  stage.emessages.calls.filter(({ messageId }) => messageId === `${noticeId}:emessage`);

const lettersTo = (address: string) =>
  stage.mail.letters.filter(({ to }) => to !== undefined && !Array.isArray(to) && to.text === address);

function toldOf({ noticeId }: Owed): readonly { readonly type: string; readonly channel: string }[] {
  return stage.told
    .map(({ type, data }) => ({ type, ...parseEvent('NoticeEvent', data) }))
    .filter((told) => told.noticeId === noticeId)
    .map(({ type, channel }) => ({ type, channel }));
}

test('P573-34a, P573-41c: a debt becomes a notice in the cabinet, an e-message and an e-mail, with proof', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  const debt = owe(stage, who.subject, {}, { ...contact, email });
  await publish(debt.event);
  const notice = await settled(who);
  assert.equal(notice.id, debt.noticeId);
  assert.deepEqual(
    notice.deliveries.map(({ channel, status, attempts, at }) => ({ channel, status, attempts, at })),
    ['cabinet', 'emessage', 'email'].map((channel) => {
      return { channel, status: 'handed_over', attempts: 1, at: '2026-03-12T04:00:00.000Z' };
    }),
  );
  const [message] = messagesOf(debt);
  assert.equal(message?.to, '+996700000001');
  assert.ok(message.text.startsWith(`${notice.title.ky}\n\n${notice.body.ky}`));
  const [letter] = lettersTo(email);
  assert.equal(letter?.subject, notice.title.ky);
  for (const part of [notice.body.ky, notice.title.ru, notice.body.ru])
    assert.ok(letter.text?.includes(part));
  await eventually(() => toldOf(debt).length === 3);
  assert.deepEqual(
    toldOf(debt).map(({ type }) => type),
    Array(3).fill('notice.handed-over.v1'),
  );
  assert.deepEqual(
    toldOf(debt)
      .map(({ channel }) => channel)
      .toSorted(),
    ['cabinet', 'email', 'emessage'],
  );
});

test('P573-34a: a topic that is played again sends nothing twice', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  const debt = owe(stage, who.subject, {}, { ...contact, email });
  await publish(debt.event, debt.event, again(debt));
  await settled(who);
  await publish(debt.event, again(debt), again(debt));
  // What comes after on the same key is there: so all before it has been dealt with.
  const last = owe(stage, who.subject, {}, { ...contact, email });
  await publish({ ...last.event, subject: debt.applicationId });
  await eventually(async () => (await stage.list(who)).notices.length === 2);
  await eventually(() => messagesOf(last).length === 1 && lettersTo(email).length === 2);
  assert.equal(messagesOf(debt).length, 1);
});

test('P573-41a: the cabinet always has the refusal, e-mail comes on top for who gave an address and wants it', async () => {
  const refused = { kind: 'intake_refused', reason: 'Дарек жок' };
  const { email, ...withoutAddress } = contact;
  assert.ok(email);
  for (const reached of [withoutAddress, { ...contact, channels: ['emessage' as const] }]) {
    const who = person();
    await publish(owe(stage, who.subject, refused, reached).event);
    const notice = await settled(who);
    assert.deepEqual(statuses(notice), { cabinet: 'handed_over', emessage: 'handed_over' });
    assert.ok(notice.body.ru.includes('Причина: Дарек жок'));
  }
});

test('P573-34a: no address for a channel that must take it is a failure that is told, not silence', async () => {
  const who = person();
  const { emessageAddress, phone, ...unreachable } = contact;
  assert.ok(emessageAddress !== undefined && phone !== undefined);
  const debt = owe(stage, who.subject, {}, { ...unreachable, channels: [] });
  await publish(debt.event);
  // The e-mail that the person had not chosen steps in: better told there than not at all.
  const reached = { cabinet: 'handed_over', emessage: 'failed', email: 'handed_over' };
  assert.deepEqual(statuses(await settled(who)), reached);
  const failed = { type: 'notice.failed.v1', channel: 'emessage' };
  await eventually(() => toldOf(debt).some(({ type }) => type === failed.type));
  assert.deepEqual(
    toldOf(debt).filter(({ channel }) => channel === 'emessage'),
    [failed],
  );
});

test('P573-34a: while identity or applications are away the debts wait, and none is lost', async () => {
  for (const neighbour of [stage.identity, stage.applications]) {
    neighbour.away = true;
    const people = [person(), person(), person()];
    await publish(...people.map(({ subject }) => owe(stage, subject).event));
    await eventually(() => neighbour.refused > 0);
    neighbour.away = false;
    for (const who of people) assert.equal(statuses(await settled(who))['emessage'], 'handed_over');
  }
});

test('P573-34a: what a channel did not take is tried again under the same id, and counted', async () => {
  const who = person();
  stage.emessages.next.push(503, 'lost');
  const debt = owe(stage, who.subject, { channels: { required: ['cabinet', 'emessage'], extra: [] } });
  await publish(debt.event);
  const { deliveries } = await settled(who);
  assert.equal(deliveries.find(({ channel }) => channel === 'emessage')?.attempts, 3);
  assert.equal(messagesOf(debt).length, 3);
});

test('P573-41a: a letter that was not taken comes again with the same Message-ID', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  stage.mail.next.push(451);
  const reached = { ...contact, email };
  await publish(
    owe(stage, who.subject, { channels: { required: ['cabinet'], extra: ['email'] } }, reached).event,
  );
  assert.equal(statuses(await settled(who))['email'], 'handed_over');
  const ids = lettersTo(email).map(({ messageId }) => messageId);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
});

test('P573-34a: refused for good is a final status: told once, never tried again', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  stage.emessages.next.push(404);
  stage.mail.next.push(550);
  const debt = owe(stage, who.subject, {}, { ...contact, email });
  await publish(debt.event);
  assert.deepEqual(statuses(await settled(who)), {
    cabinet: 'handed_over',
    emessage: 'failed',
    email: 'failed',
  });
  await publish(again(debt));
  await eventually(() => toldOf(debt).length === 3);
  // Who waits for the debt hears of each channel what became of it: a failure pays nothing.
  assert.deepEqual(
    toldOf(debt)
      .map(({ channel, type }) => `${channel} ${type}`)
      .toSorted(),
    ['cabinet notice.handed-over.v1', 'email notice.failed.v1', 'emessage notice.failed.v1'],
  );
  assert.deepEqual([messagesOf(debt).length, lettersTo(email).length], [1, 1]);
});

test('P573-35b: facts without what the law wants stop this application only, and nothing is sent', async () => {
  const [unlucky, lucky] = [person(), person()];
  const bad = owe(stage, unlucky.subject, { kind: 'intake_refused', reason: '' });
  await publish(bad.event, owe(stage, lucky.subject).event);
  await settled(lucky);
  const parked = stage.on.kit.store.collection<{ readonly _id: string; readonly key: string }>('parked');
  await eventually(async () => (await parked.countDocuments({ key: bad.applicationId })) === 1);
  assert.equal((await stage.list(unlucky)).notices.length, 0);
  assert.equal(messagesOf(bad).length, 0);
});

test('P573-27f: that a draft will go is told once, in the cabinet; of a draft deleted meanwhile nothing is told', async () => {
  const who = person();
  const draft: Partial<Applications['NoticeFacts']> = {
    kind: 'draft_expires',
    ruleId: 'P573-27f',
    channels: { required: ['cabinet'], extra: [] },
  };
  const debt = owe(stage, who.subject, { ...draft, reference: '', endsAt: '2026-06-12T18:00:00.000Z' });
  const gone = owe(stage, who.subject, draft);
  stage.applications.answers.delete(`/applications/${gone.applicationId}/notices/${gone.noticeId}`);
  await publish(gone.event, debt.event, again(debt));
  const notice = await settled(who);
  assert.deepEqual([notice.id, notice.kind, notice.ruleId], [debt.noticeId, 'draft_expires', 'P573-27f']);
  const last = owe(stage, who.subject);
  await publish(last.event);
  await eventually(async () => (await stage.list(who)).notices.length === 2);
});
