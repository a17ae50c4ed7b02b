import assert from 'node:assert/strict';
import test from 'node:test';
import {
  executor,
  local,
  paidTerms,
  pay,
  refuseIntake,
  refuseProvision,
  register,
  submitted,
  system,
  user,
} from '../testing/story.ts';
import type { CommandOf, Terms } from '../types.ts';

const at = local('2021-03-12 10:00');
const charge = (chargeId = 'charge-1'): CommandOf<'charge'> => ({
  type: 'charge',
  chargeId,
  amountTyiyn: paidTerms.priceTyiyn,
});
const charged = submitted(at, paidTerms).then(at, system, charge());
const pending = { type: 'payment_pending', chargeId: 'charge-1' } as const;
const expire = { type: 'expire_payment', chargeId: 'charge-1' } as const;
const refund = { type: 'refund', chargeId: 'charge-1' } as const;

const paidInWork = (terms: Terms) =>
  submitted(at, terms).then(at, system, pay(at)).then(at, executor, register);

test('P573-32: only what the payments process reports marks an application paid', () => {
  assert.equal(charged.then(at, system, pending).state.payment, 'pending');
  assert.equal(charged.refused(at, user, pay(at)).code, 'forbidden');
  assert.equal(charged.refused(at, executor, pay(at)).code, 'forbidden');
  assert.equal(charged.then(at, system, pay(at)).state.payment, 'confirmed');
});

test('P573-35c: payment is told to the user with the period, where the service is paid', () => {
  const story = charged.then(at, executor, register).then(at, system, pay(at));
  const notice = story.notice('payment_confirmed');
  assert.deepEqual([notice.ruleId, notice.dueAt], ['P573-35c', local('2021-03-15 10:00')]);
  assert.deepEqual(notice.facts, { startedAt: at, provisionEndsAt: local('2021-03-17 10:00') });
  const early = charged.then(at, system, pay(at)).notice('payment_confirmed');
  assert.deepEqual(early.facts, { awaits: ['registration'] });
});

test('P573-35c: a free service has no payment and no such notice', () => {
  const free = submitted(at);
  assert.equal(free.refused(at, system, charge()).code, 'free_service');
  assert.equal(free.refused(at, system, pay(at)).code, 'free_service');
});

test('P573-32: the amount is the price, whole', () => {
  assert.equal(charged.refused(at, system, { ...pay(at), amountTyiyn: 19_999 }).code, 'wrong_amount');
});

test('P573-31d: one charge at a time; an expired one gives way to another', () => {
  assert.equal(charged.refused(at, system, charge('charge-2')).code, 'not_now');
  const again = charged.then(at, system, expire).then(at, system, charge('charge-2'));
  assert.deepEqual([again.state.payment, again.state.chargeId], ['charged', 'charge-2']);
});

test('messages about money that come twice or late change nothing', () => {
  const paid = charged.then(at, system, pay(at));
  for (const late of [charge(), pending, expire, pay(at)]) {
    assert.equal(paid.then(at, system, late).state.version, paid.state.version, late.type);
  }
  assert.equal(charged.then(at, system, charge()).state.version, charged.state.version);
});

test('money that comes after its charge expired still counts', () => {
  const story = charged.then(at, executor, register).then(at, system, expire).then(at, system, pay(at));
  assert.deepEqual([story.state.stage, story.state.payment], ['in_progress', 'confirmed']);
});

test('paid by two charges: the second goes back and the service goes on', () => {
  const twice = paidInWork(paidTerms).then(at, system, pay(at, 'charge-2'));
  assert.deepEqual([twice.state.stage, twice.state.payment], ['in_progress', 'confirmed']);
  assert.deepEqual(twice.state.refunds, [
    { chargeId: 'charge-2', amountTyiyn: paidTerms.priceTyiyn, reason: 'paid_twice', openedAt: at },
  ]);
  const returned = twice.then(at, system, { type: 'refund', chargeId: 'charge-2' });
  assert.equal(returned.state.payment, 'confirmed');
  assert.equal(returned.state.refunds[0]?.refundedAt, at);
});

test('money confirmed after withdrawal or intake refusal goes back', () => {
  const withdrawn = charged.then(at, user, { type: 'withdraw' }).then(at, system, pay(at));
  const refused = charged.then(at, executor, refuseIntake).then(at, system, pay(at));
  for (const [story, reason] of [[withdrawn, 'withdrawn'] as const, [refused, 'intake_refused'] as const]) {
    assert.equal(story.state.payment, 'refund_due');
    assert.equal(story.state.refunds[0]?.reason, reason);
    assert.deepEqual(story.notice('payment_confirmed').facts, {});
    assert.equal(story.notice('refund_opened').dueAt, local('2021-03-15 10:00'));
    const done = story.then(at, system, refund);
    assert.equal(done.state.payment, 'refunded');
    assert.equal(done.then(at, system, refund).state.version, done.state.version);
  }
});

test('money confirmed before an intake refusal goes back', () => {
  const story = charged.then(at, system, pay(at)).then(at, executor, refuseIntake);
  assert.deepEqual([story.state.stage, story.state.payment], ['intake_refused', 'refund_due']);
});

test('after a provision refusal, or a withdrawal during work, the service says whether money goes back', () => {
  const keeps = paidInWork(paidTerms);
  const returns = paidInWork({ ...paidTerms, refundOnProvisionRefusal: true });
  assert.equal(keeps.then(at, executor, refuseProvision).state.payment, 'confirmed');
  assert.equal(returns.then(at, executor, refuseProvision).state.payment, 'refund_due');
  assert.equal(keeps.then(at, user, { type: 'withdraw' }).state.payment, 'confirmed');
  assert.equal(returns.then(at, user, { type: 'withdraw' }).state.payment, 'refund_due');
});

test('a withdrawal before work began gives the money back', () => {
  const story = charged.then(at, system, pay(at)).then(at, user, { type: 'withdraw' });
  assert.equal(story.state.payment, 'refund_due');
});

test('a refund nobody opened is refused', () => {
  assert.equal(charged.refused(at, system, refund).code, 'unknown_charge');
});

test('a confirmation from a machine whose clock is ahead counts as of its record', () => {
  const ahead = charged.then(at, executor, register).then(at, system, pay(local('2021-03-12 10:01')));
  assert.deepEqual([ahead.state.startedAt, ahead.state.paidAt], [at, at]);
});
