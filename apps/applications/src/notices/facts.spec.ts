import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { topics, type Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing/eventually';
import request from 'supertest';
import type { ApplicationDocument } from '../state/application.ts';
import { publishVariant } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bodyOf, nurlan, register } from '../testing/people.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  publishVariant(stage.neighbours, 'paid-certificate', {
    price: {
      totalTyiyn: 30_000,
      split: [{ receiver: { ky: 'Бюджет', ru: 'Бюджет' }, amountTyiyn: 30_000 }],
    },
  });
});
after(() => stage.stop());

const refusal = { reason: 'Каттоо жок.', executorId: 'nurlan' };
/** Two working days from Thursday 10:00. */
const end = '2026-03-16T04:00:00.000Z';

/** Ids of the notices of a kind that an application owes. */
async function owed(id: string, kind: string): Promise<string[]> {
  const documents = stage.kit.store.collection<ApplicationDocument>('applications');
  const { history = [] } = (await documents.findOne({ _id: id })) ?? {};
  return history
    .flatMap(({ notices }) => notices)
    .filter((notice) => notice.kind === kind)
    .map(({ noticeId }) => noticeId);
}

/** What the process that writes notices is told of the one it owes. */
async function factsOf(id: string, kind: string): Promise<Applications['NoticeFacts']> {
  const [noticeId = '', ...more] = await owed(id, kind);
  assert.deepEqual(more, [], 'one notice of a kind');
  const token = stage.token('notifications', { subject: 'notifications', role: 'system' });
  const answer = await request(stage.app.http).get(`/applications/${id}/notices/${noticeId}`).set(token);
  assert.equal(answer.status, 200, answer.text);
  return bodyOf<Applications['NoticeFacts']>(answer);
}

test('P573-35a: the notice of intake is told the start and the date and time of the end; unpaid, what the period waits for', async () => {
  const free = await apply(stage, calls, aigul);
  await act(calls, nurlan, free, register);
  const { startsAt, endsAt, awaits } = await factsOf(free, 'intake_registered');
  assert.deepEqual([startsAt, endsAt, awaits], [thursday, end, undefined]);

  const unpaid = await apply(stage, calls, aigul, 'paid-certificate');
  await act(calls, nurlan, unpaid, register);
  const told = await factsOf(unpaid, 'intake_registered');
  assert.deepEqual([told.startsAt, told.endsAt, told.awaits], [undefined, undefined, ['payment']]);
  assert.equal((await factsOf(unpaid, 'suspended_unpaid')).amountTyiyn, 30_000);
});

test('P573-35c: the notice of payment is told the amount and the end that is known now; a free service has none', async () => {
  const id = await apply(stage, calls, aigul, 'paid-certificate');
  await act(calls, nurlan, id, register);
  const data = { chargeId: `charge-${id}`, applicationId: id, amountTyiyn: 30_000, at: thursday };
  await stage.kit.bus.publish(
    topics.payments,
    ['charged', 'confirmed'].map((state) => ({
      ...({ specversion: '1.0', source: '/test', datacontenttype: 'application/json' } as const),
      ...{ id: randomUUID(), type: `payment.${state}.v1`, subject: id, time: thursday },
      data: { ...data, state },
    })),
  );
  await eventually(async () => (await owed(id, 'payment_confirmed')).length === 1);
  const { amountTyiyn, startsAt, endsAt } = await factsOf(id, 'payment_confirmed');
  assert.deepEqual([amountTyiyn, startsAt, endsAt], [30_000, thursday, end]);

  const free = await apply(stage, calls, aigul);
  await act(calls, nurlan, free, register);
  assert.deepEqual(await owed(free, 'payment_confirmed'), []);
});

test('P573-35b, P573-35e: a notice of refusal is told the reason, the grounds in words, who refused and how to appeal', async () => {
  const [intake, provision] = [await apply(stage, calls, aigul), await apply(stage, calls, aigul)];
  await act(calls, nurlan, intake, { ...refusal, type: 'refuse_intake', grounds: ['incomplete'] });
  await act(calls, nurlan, provision, register);
  await act(calls, nurlan, provision, { ...refusal, type: 'refuse_provision', grounds: ['not-registered'] });
  for (const [id, kind] of [
    [intake, 'intake_refused'],
    [provision, 'provision_refused'],
  ] as const) {
    const { reason, grounds = [], executorName, appeal } = await factsOf(id, kind);
    assert.deepEqual([reason, executorName], ['Каттоо жок.', 'Демо nurlan'], kind);
    assert.equal(grounds.length, 1, kind);
    assert.ok(grounds[0]?.ky && grounds[0].ru && appeal?.ky, kind);
  }
  assert.deepEqual(await owed(intake, 'intake_registered'), []);
  assert.deepEqual(await owed(provision, 'intake_refused'), []);
});
