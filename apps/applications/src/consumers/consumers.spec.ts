import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { topics, type Applications } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import { eventually } from '@kyzmat/testing';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import type { ApplicationDocument } from '../state/application.ts';
import { publishVariant } from '../testing/neighbours.ts';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, nurlan, register, view } from '../testing/people.ts';
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

function event(type: string, subject: string, data: object): CloudEvent {
  const id = randomUUID();
  const time = '2026-03-12T04:00:00.000Z';
  return {
    specversion: '1.0',
    id,
    source: '/test',
    type,
    subject,
    time,
    datacontenttype: 'application/json',
    data,
  };
}

function payment(applicationId: string, state: string, at = '2026-03-12T04:00:00.000Z'): CloudEvent {
  return event(`payment.${state}.v1`, 'charge-1', {
    chargeId: `charge-${applicationId}`,
    applicationId,
    amountTyiyn: 30_000,
    state,
    at,
  });
}

async function until(id: string, holds: (seen: Applications['ApplicationView']) => boolean): Promise<void> {
  await eventually(async () => holds(await view(calls, aigul, id)));
}

test('P573-32: the payer’s way to the payment page and back makes nothing paid, the e-payment system’s word does', async () => {
  const id = await apply(stage, calls, aigul, 'paid-certificate');
  await act(calls, nurlan, id, register);
  await stage.kit.bus.publish(topics.payments, [payment(id, 'charged'), payment(id, 'pending')]);
  await until(id, (seen) => seen.payment === 'pending');
  const { stage: waiting, startedAt, timeline } = await view(calls, aigul, id);
  assert.deepEqual([waiting, startedAt], ['suspended_unpaid', undefined]);
  assert.ok(!timeline.some(({ type }) => type === 'payment_confirmed'));
  await stage.kit.bus.publish(topics.payments, [payment(id, 'confirmed')]);
  await until(id, (seen) => seen.payment === 'confirmed' && seen.stage === 'in_progress');
});

test('P573-29b, P573-32, P573-40, C22-10: payment confirmed twice over resumes and starts the service once, when it was paid', async () => {
  // Registered on Friday at 10:00; on Monday at 09:20 comes the information on the payment, taken in a little later.
  stage.clock.set('2026-03-13T04:00:00.000Z');
  const paidAt = '2026-03-16T03:20:00.000Z';
  const id = await apply(stage, calls, aigul, 'paid-certificate');
  await act(calls, nurlan, id, register);
  stage.clock.set('2026-03-16T03:25:00.000Z');
  const confirmed = payment(id, 'confirmed', paidAt);
  await stage.kit.bus.publish(topics.payments, [payment(id, 'charged'), confirmed, confirmed]);
  await until(id, (seen) => seen.stage === 'in_progress');
  const { timeline, payment: paid, startedAt } = await view(calls, aigul, id);
  stage.clock.set(thursday);
  assert.equal(paid, 'confirmed');
  assert.equal(startedAt, paidAt);
  assert.equal(timeline.filter(({ type }) => type === 'payment_confirmed').length, 1);
});

test('P573-34a: a notice handed over to its channels is a debt met', async () => {
  const id = await apply(stage, calls, aigul);
  const noticeId = `${id}:1:submitted`;
  const { version } = await view(calls, nurlan, id);
  const data = { noticeId, applicationId: id, channel: 'cabinet', at: '2026-03-12T04:00:00.000Z' };
  await stage.kit.bus.publish(topics.notices, [event('notice.handed-over.v1', noticeId, data)]);
  const stored = stage.kit.store.collection<ApplicationDocument>('applications');
  const closed = { _id: id, 'state.clocks': { $elemMatch: { id: noticeId, outcome: 'met' } } };
  await eventually(async () => (await stored.countDocuments(closed)) === 1);
  // What the clerk saw before is still all that anybody has decided.
  const answer = await calls.post(nurlan, `/applications/${id}/commands`, { version, command: register });
  assert.equal(answer.status, 200, answer.text);
});

test('P573-41a: a new calendar moves the limits that still run, and says why', async () => {
  const id = await apply(stage, calls, aigul);
  const exception = { date: '2026-03-13', working: false, reason: { ky: 'Күн', ru: 'День' } };
  const calendar = createCalendar(kyrgyzCalendar).withExceptions([exception], 'test-2');
  stage.neighbours.calendar = calendar.data;
  const data = { version: 'test-2', at: '2026-03-12T04:00:00.000Z' };
  await stage.kit.bus.publish(topics.providers, [event('calendar.published.v1', 'calendar', data)]);
  await until(id, ({ clocks }) =>
    clocks.some(({ kind, dueAt }) => kind === 'intake_acceptance' && dueAt === '2026-03-16T04:00:00.000Z'),
  );
});

test('P573-41c: a limit that passes with nothing done is recorded as broken', async () => {
  const id = await apply(stage, calls, aigul);
  stage.clock.set('2026-03-24T04:00:00.000Z');
  await until(id, ({ clocks }) =>
    clocks.some(({ kind, breachedAt }) => kind === 'intake_acceptance' && breachedAt !== undefined),
  );
  const { timeline } = await view(calls, aigul, id);
  assert.ok(timeline.some(({ type }) => type === 'clock_breached'));
});
