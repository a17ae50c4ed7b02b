import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ApplicationDocument } from '../state/application.ts';
import { publishVariant } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bakyt, bodyOf, codeOf, nurlan, register, view } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

test('P573-14e: contact data of an open application are corrected with their history; what was signed stays', async () => {
  const id = await apply(stage, calls, aigul);
  const before = await view(calls, aigul, id);
  assert.deepEqual(before.contacts, { phone: '+996700000001' });
  const contacts = { phone: '+996555000111', email: 'aigul@example.kg', postal: 'Бишкек, Токтогул 1' };
  for (const [unproved, field] of [
    [[contacts.email], 'phone'],
    [[contacts.phone], 'email'],
  ] as const) {
    stage.neighbours.proved.clear();
    for (const each of unproved) stage.neighbours.proved.add(each);
    const refused = await act(calls, aigul, id, { type: 'correct_contacts', contacts });
    assert.deepEqual([refused.status, codeOf(refused)], [422, 'contact_not_proved']);
    assert.equal(bodyOf<{ field: string }>(refused).field, field);
  }
  stage.neighbours.proved.add(contacts.phone).add(contacts.email).add('+996555000222');
  const corrected = await act(calls, aigul, id, { type: 'correct_contacts', contacts });
  assert.equal(corrected.status, 200, corrected.text);
  // The same once more, as a button pressed twice, is no second act.
  await act(calls, aigul, id, { type: 'correct_contacts', contacts });

  const seen = await view(calls, nurlan, id);
  assert.deepEqual(seen.contacts, contacts);
  const acts = seen.timeline.filter(({ type }) => type === 'contacts_corrected');
  assert.equal(acts.length, 1);
  assert.match(acts[0]?.note ?? '', /\+996555000111/);
  assert.deepEqual(seen.pages, (await view(calls, aigul, id)).pages);
  const stored = await stage.kit.store.collection<ApplicationDocument>('applications').findOne({ _id: id });
  assert.equal(stored?.content.answers['phone'], '+996700000001');

  const stale = {
    version: before.version,
    command: { type: 'correct_contacts', contacts: { phone: '+996555000222' } },
  };
  assert.deepEqual(codeOf(await calls.post(aigul, `/applications/${id}/commands`, stale)), 'stale_version');
  for (const wrong of [{}, { email: 'a@b.kg' }]) {
    stage.neighbours.proved.add('a@b.kg');
    assert.deepEqual(
      codeOf(await act(calls, aigul, id, { type: 'correct_contacts', contacts: wrong })),
      'contacts_missing',
    );
  }
  assert.equal(
    codeOf(await act(calls, aigul, id, { type: 'correct_contacts', contacts: { phone: '12' } })),
    'invalid_command',
  );
  assert.equal((await calls.post(bakyt, `/applications/${id}/commands`, stale)).status, 404);
  await act(calls, aigul, id, { type: 'withdraw' });
  assert.equal(codeOf(await act(calls, aigul, id, { type: 'correct_contacts', contacts })), 'not_now');
});

test('P573-35b, P573-17d, P573-39a, P573-38: a refusal to consider names grounds, reason, executor, and how to appeal until when', async () => {
  const id = await apply(stage, calls, aigul);
  const refusal = {
    type: 'refuse_intake',
    grounds: ['incomplete'],
    reason: 'Экинчи барак жок.',
    executorId: 'nurlan',
  };
  assert.equal((await act(calls, nurlan, id, refusal)).status, 200);
  const { refusal: seen } = await view(calls, aigul, id);
  assert.deepEqual(
    [seen?.kind, seen?.grounds, seen?.reason],
    ['intake', ['incomplete'], 'Экинчи барак жок.'],
  );
  assert.equal(seen?.executorName, 'Демо nurlan');
  // Thirty working days from Thursday 12 March, one Friday being a holiday; three months for the court.
  assert.deepEqual(
    seen.appealWays?.map(({ until }) => until),
    ['2026-04-24T04:00:00.000Z', '2026-06-12T18:00:00.000Z'],
  );
  assert.match(seen.appealWays[0]?.why[1]?.text.ru ?? '', /30 рабочих дней/);
});

test('P573-35e, P573-37, P573-38: a refusal to provide names the ground of the regulation, who answers for it and how to appeal', async () => {
  const id = await apply(stage, calls, aigul);
  await act(calls, nurlan, id, register);
  const refusal = {
    type: 'refuse_provision',
    grounds: ['not-registered'],
    reason: 'Каттоо жок.',
    executorId: 'nurlan',
  };
  const other = await act(calls, nurlan, id, { ...refusal, grounds: ['not-registered', 'incomplete'] });
  assert.deepEqual([other.status, codeOf(other)], [422, 'ground_not_in_regulation']);
  assert.equal((await act(calls, nurlan, id, refusal)).status, 200);
  const { refusal: seen } = await view(calls, aigul, id);
  assert.deepEqual([seen?.kind, seen?.grounds], ['provision', ['not-registered']]);
  assert.equal(seen?.executorName, 'Демо nurlan');
  assert.equal(seen.appealWays?.length, 2);
});

test('P573-34a: before withdrawing, the user is told what it means for the money', async () => {
  publishVariant(stage.neighbours, 'paid-certificate', {
    price: { totalTyiyn: 20_000, split: [{ receiver: { ky: 'Бюджет', ru: 'Бюджет' }, amountTyiyn: 20_000 }] },
  });
  const free = await view(calls, aigul, await apply(stage, calls, aigul));
  assert.deepEqual(free.withdrawal, { paidTyiyn: 0, refundTyiyn: 0 });
  const id = await apply(stage, calls, aigul, 'paid-certificate');
  const paid = { $set: { 'state.payment': 'confirmed', 'state.paidAt': '2026-03-12T04:00:00.000Z' } };
  await stage.kit.store.collection<ApplicationDocument>('applications').updateOne({ _id: id }, paid);
  assert.deepEqual((await view(calls, aigul, id)).withdrawal, { paidTyiyn: 20_000, refundTyiyn: 20_000 });
  assert.equal((await view(calls, nurlan, id)).withdrawal, undefined);
  await act(calls, nurlan, id, register);
  // Work has begun, and this service keeps the money then.
  assert.deepEqual((await view(calls, aigul, id)).withdrawal, { paidTyiyn: 20_000, refundTyiyn: 0 });
});
