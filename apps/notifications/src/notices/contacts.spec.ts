import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { topics, type Notifications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import { contact, openStage, owe, type Owed, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

type Notice = Notifications['Notice'];
const operator: Principal = { subject: 'operator', role: 'operator' };
const person = (): Principal => ({ subject: `person-${randomUUID()}`, role: 'user' });
const required = { required: ['cabinet' as const, 'emessage' as const], extra: [] };
const newPhone = '+996555000111';

const publish = ({ event }: Owed): Promise<void> => stage.on.kit.bus.publish(topics.applications, [event]);
const noticeWhen = (who: Principal, id: string, holds: (notice: Notice) => boolean): Promise<Notice> =>
  eventually(async () => {
    const notice = (await stage.list(who)).notices.find((each) => each.id === id);
    return notice !== undefined && holds(notice) ? notice : undefined;
  });
const isSettled = ({ deliveries }: Notice): boolean => deliveries.every(({ status }) => status !== 'pending');
const phonesOf = ({ noticeId }: Owed): string[] =>
  stage.emessages.calls.filter(({ messageId }) => messageId === `${noticeId}:emessage`).map(({ to }) => to);
const lettersTo = (address: string) =>
  stage.mail.letters.filter(({ to }) => to !== undefined && !Array.isArray(to) && to.text === address);

test('P573-14e: notices of an application go where its user is reached about it; those of the others to the account', async () => {
  const who = person();
  const email = `${who.subject}@new.example.kg`;
  const corrected = owe(stage, who.subject, { contacts: { phone: newPhone, email, postal: 'Бишкек' } });
  const other = owe(stage, who.subject);
  await publish(corrected);
  await publish(other);
  await noticeWhen(who, corrected.noticeId, isSettled);
  const shown = await noticeWhen(who, other.noticeId, isSettled);
  assert.deepEqual(phonesOf(corrected), [newPhone]);
  assert.deepEqual(phonesOf(other), [contact.phone]);
  assert.equal(lettersTo(email).length, 1);
  assert.doesNotMatch(JSON.stringify(shown), /\+996|@/, 'addresses are not repeated');
});

test('P573-14e: an address that was not corrected stays the one of the account, and nobody is written to who did not choose it', async () => {
  const who = person();
  const email = `${who.subject}@example.kg`;
  const debt = owe(stage, who.subject, { contacts: { phone: newPhone } }, { ...contact, email });
  const silent = person();
  const unasked = `${silent.subject}@example.kg`;
  const chosen = owe(
    stage,
    silent.subject,
    { contacts: { phone: newPhone, email: unasked } },
    { ...contact, channels: [] },
  );
  await publish(debt);
  await publish(chosen);
  await noticeWhen(who, debt.noticeId, isSettled);
  await noticeWhen(silent, chosen.noticeId, isSettled);
  assert.deepEqual([phonesOf(debt), phonesOf(chosen)], [[newPhone], [newPhone]]);
  assert.deepEqual([lettersTo(email).length, lettersTo(unasked).length], [1, 0]);
});

test('P573-14e: a notice that reached nobody is tried again at the address corrected since; e-mail steps in at the corrected one', async () => {
  const who = person();
  const { emessageAddress: _address, email: _email, phone: _phone, ...nowhere } = contact;
  const debt = owe(stage, who.subject, { channels: required }, nowhere);
  await publish(debt);
  await noticeWhen(who, debt.noticeId, ({ deliveries }) => deliveries[1]?.status === 'failed');
  const retry = `/notices/${debt.noticeId}/deliveries/1/retry`;
  assert.equal((await stage.post(operator, retry)).status, 422, 'there is no address');
  const facts = `/applications/${debt.applicationId}/notices/${debt.noticeId}`;
  const email = `${who.subject}@example.kg`;
  const said = stage.applications.answers.get(facts);
  stage.applications.answers.set(facts, { ...said, contacts: { phone: newPhone, email } });
  stage.emessages.next.push(410);
  assert.equal((await stage.post(operator, retry)).status, 204);
  await noticeWhen(who, debt.noticeId, ({ deliveries }) => deliveries[3]?.status === 'handed_over');
  assert.deepEqual(phonesOf(debt), [newPhone]);
  assert.equal(lettersTo(email).length, 1);

  stage.applications.answers.delete(facts);
  assert.equal(
    (await stage.post(operator, retry)).status,
    422,
    'of an application that is gone nothing is left',
  );
});
