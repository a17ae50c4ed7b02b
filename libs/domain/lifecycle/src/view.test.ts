import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ask,
  colleague,
  complete,
  executor,
  local,
  operator,
  paidTerms,
  pay,
  register,
  signer,
  stranger,
  submitted,
  system,
  user,
} from './testing/story.ts';
import type { Actor, ApplicationState } from './types.ts';
import { availableCommands, nextDueAt, responsible } from './view.ts';

const at = local('2021-03-12 10:00');
const offered = (state: ApplicationState, actor: Actor, blocked = false) =>
  availableCommands(state, { actor, provider: { blocked } }).map(({ command }) => command);
const fresh = submitted(at);
const inWork = fresh.then(at, executor, register);

test('P573-6c: each person is offered what they can do now', () => {
  assert.deepEqual(offered(fresh.state, user), ['correct_contacts', 'withdraw']);
  assert.deepEqual(offered(fresh.state, executor), [
    'register',
    'refuse_intake',
    'designate_executor',
    'ask_clarification',
    'confirm_status',
  ]);
  assert.deepEqual(offered(inWork.state, executor).slice(0, 3), ['approve', 'complete', 'refuse_provision']);
  assert.deepEqual(offered(inWork.state, signer), ['complete']);
  assert.deepEqual(offered(fresh.state, operator), []);
  assert.deepEqual(offered(inWork.then(at, executor, ask).state, user), [
    'answer_clarification',
    'correct_contacts',
    'withdraw',
  ]);
});

test('P573-29d: a colleague who is not in charge is offered to take the application over first', () => {
  assert.deepEqual(offered(inWork.state, colleague), ['designate_executor', 'confirm_status']);
});

test('P573-8e: a stranger is offered nothing', () => {
  assert.deepEqual(offered(fresh.state, stranger), []);
});

test('C22-13b: a blocked provider is offered nothing, the user goes on', () => {
  assert.deepEqual(offered(inWork.state, executor, true), []);
  assert.deepEqual(offered(inWork.state, user, true), ['correct_contacts', 'withdraw']);
});

test('P573-40: nothing offered on an unpaid application refuses it', () => {
  const unpaid = submitted(at, paidTerms).then(at, executor, register);
  assert.deepEqual(offered(unpaid.state, executor), ['designate_executor', 'confirm_status']);
});

test('a button says where it may lead', () => {
  const register = availableCommands(fresh.state, { actor: executor, provider: { blocked: false } })[0];
  assert.deepEqual(register?.leadsTo, ['in_progress', 'accepted', 'suspended_unpaid']);
});

test('somebody is always responsible until nothing is owed', () => {
  assert.deepEqual(responsible(fresh.state), { party: 'provider', awaited: 'intake' });
  const unpaid = submitted(at, paidTerms).then(at, executor, register);
  assert.deepEqual(responsible(unpaid.state), { party: 'user', awaited: 'payment', executorId: executor.id });
  const ended = unpaid.then(at, user, { type: 'withdraw' }).then(at, system, pay(at));
  assert.deepEqual(responsible(ended.state), { party: 'portal', awaited: 'refund' });
  const done = inWork.then(at, executor, complete);
  assert.deepEqual(responsible(done.state), { party: 'portal', awaited: 'notice' });
  const told = done.state.clocks
    .filter(({ closedAt }) => closedAt === undefined)
    .flatMap(({ id }) => (['cabinet', 'emessage'] as const).map((channel) => ({ noticeId: id, channel, at })))
    .reduce((story, taken) => story.then(at, system, { type: 'close_notice', ...taken }), done);
  assert.equal(responsible(told.state), undefined);
  assert.equal(nextDueAt(told.state), undefined);
});

test('the timer looks next at the nearest reminder or limit', () => {
  // Half of the working hours from Friday 10:00 to Monday 10:00.
  assert.equal(nextDueAt(fresh.state), local('2021-03-12 14:30'));
  const late = submitted(local('2021-03-12 15:30'));
  const passed = ['intake_acceptance', 'submitted'] as const;
  const told = passed.reduce((story, kind) => {
    const breach = { type: 'breach_clock', clockId: story.clock(kind).id } as const;
    return story.then(local('2021-03-15 15:31'), system, breach);
  }, late);
  assert.equal(nextDueAt(told.state), local('2021-03-16 00:00'));
});
