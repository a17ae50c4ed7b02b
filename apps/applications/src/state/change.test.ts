import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvent } from '@kyzmat/contracts';
import { decide, type Actor, type ApplicationEvent, type Command, type Context } from '@kyzmat/lifecycle';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import { never } from './application.ts';
import { change } from './change.ts';

const calendar = createCalendar(kyrgyzCalendar);
const user: Actor = { id: 'aigul', role: 'user' };
const clerk: Actor = { id: 'nurlan', role: 'executor', providerId: 'registry' };
const submit: Command = {
  type: 'submit',
  id: 'a1',
  reference: 'AAAA-AAAA-AAAA-A',
  ownerId: 'aigul',
  providerId: 'registry',
  serviceCode: 'certificate',
  serviceVersion: 1,
  language: 'ky',
  contentHash: 'aa',
  signature: { level: 'simple', signedBy: 'aigul', contentHash: 'aa' },
  resultForm: 'signed_document',
  terms: {
    priceTyiyn: 0,
    term: { count: 2, unit: 'working_days' },
    appearanceRequired: false,
    signatureLevel: 'simple',
    resultForms: ['signed_document'],
    refundOnProvisionRefusal: false,
  },
};

function context(actor: Actor): Context {
  return { now: '2026-03-12T04:00:00.000Z', actor, calendar, provider: { blocked: false } };
}

function eventsOf(...[state, command, given]: Parameters<typeof decide>): readonly ApplicationEvent[] {
  const decision = decide(state, command, given);
  assert.ok(decision.ok);
  return decision.events;
}

test('deciding again after a crash leaves the very same write, ids included', () => {
  const once = change(undefined, eventsOf(undefined, submit, context(user)));
  const again = change(undefined, eventsOf(undefined, submit, context(user)));
  assert.deepEqual(again, once);
  assert.deepEqual(
    once.pending?.map(({ id, type }) => [id, type]),
    [['a1:1', 'application.submitted.v1']],
  );
});

test('a write carries the nearest clock for the timer, and what the provider owes for its inbox', () => {
  const { state, nextDueAt } = change(undefined, eventsOf(undefined, submit, context(user)));
  // The first reminder, when half of the time is gone.
  assert.equal(nextDueAt, '2026-03-12T08:30:00.000Z');
  assert.equal(state.list.dueAt, '2026-03-13T04:00:00.000Z');
  const withdraw = change(state, eventsOf(state, { type: 'withdraw' }, context(user)));
  assert.deepEqual(withdraw.state.list, { dueAt: never, breached: false });
  // The notice of the withdrawal is still owed to the user.
  assert.ok(withdraw.nextDueAt);
});

test('each event says the stage it led to', () => {
  const { state } = change(undefined, eventsOf(undefined, submit, context(user)));
  const register: Command = { type: 'register', registrationNumber: '1', executorId: 'nurlan' };
  const { pending } = change(state, eventsOf(state, register, context(clerk)));
  const stages = pending?.map(({ type, data }) => [type, parseEvent('ApplicationEvent', data).stage]);
  assert.deepEqual(stages, [
    ['application.registered.v1', 'accepted'],
    ['application.started.v1', 'in_progress'],
  ]);
});
