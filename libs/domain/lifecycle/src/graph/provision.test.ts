import assert from 'node:assert/strict';
import test from 'node:test';
import { graph } from './graph.ts';
import {
  colleague,
  complete,
  edms,
  executor,
  freeTerms,
  head,
  local,
  paidTerms,
  pay,
  refuseProvision,
  register,
  signer,
  submitted,
  system,
  user,
} from '../testing/story.ts';

const arrived = local('2021-03-12 09:00');
const registeredAt = local('2021-03-12 10:00');
const inWork = submitted(arrived).then(registeredAt, executor, register);
const appear = (appearedAt: string) => ({ type: 'record_appearance', appearedAt }) as const;

test('P573-29b: registered 2021-03-12 10:00, paid 2021-03-15 09:20: provision starts at 09:20', () => {
  const paidAt = local('2021-03-15 09:20');
  const story = submitted(arrived, paidTerms).then(registeredAt, executor, register);
  assert.equal(story.state.startedAt, undefined);
  // The message may reach the application later than the portal received it.
  const paid = story.then(local('2021-03-15 09:45'), system, pay(paidAt));
  assert.equal(paid.state.startedAt, paidAt);
  assert.equal(paid.state.provisionEndsAt, local('2021-03-18 09:20'));
});

test('P573-29b: paid before registration, provision starts with registration', () => {
  const story = submitted(arrived, paidTerms)
    .then(local('2021-03-12 09:10'), system, pay(local('2021-03-12 09:10')))
    .then(registeredAt, executor, register);
  assert.deepEqual([story.state.stage, story.state.startedAt], ['in_progress', registeredAt]);
});

test('P573-29b: a free service starts with registration', () => {
  assert.equal(inWork.state.startedAt, registeredAt);
});

test('C22-10: without information on payment the procedure has not begun', () => {
  const story = submitted(arrived, paidTerms).then(registeredAt, executor, register);
  assert.equal(story.refused(registeredAt, executor, { type: 'approve' }).code, 'not_now');
  assert.equal(story.refused(registeredAt, executor, complete).code, 'not_now');
});

test('P573-29c: registered and paid, the start stays empty until the appearance is recorded', () => {
  const story = submitted(arrived, { ...paidTerms, appearanceRequired: true })
    .then(local('2021-03-12 09:10'), system, pay(local('2021-03-12 09:10')))
    .then(registeredAt, executor, register);
  assert.deepEqual([story.state.stage, story.state.startedAt], ['accepted', undefined]);
  assert.deepEqual(story.notice('intake_registered').facts, { awaits: ['appearance'] });
  const came = story.then(local('2021-03-16 12:00'), executor, appear(local('2021-03-16 11:40')));
  assert.deepEqual([came.state.stage, came.state.startedAt], ['in_progress', local('2021-03-16 11:40')]);
  assert.equal(came.notice('started').facts.provisionEndsAt, local('2021-03-19 11:40'));
});

test('P573-29c: the person may come before paying; then payment starts the service', () => {
  const story = submitted(arrived, { ...paidTerms, appearanceRequired: true })
    .then(registeredAt, executor, register)
    .then(local('2021-03-15 10:00'), executor, appear(local('2021-03-15 10:00')));
  assert.equal(story.state.stage, 'suspended_unpaid');
  const paid = story.then(local('2021-03-15 12:00'), system, pay(local('2021-03-15 12:00')));
  assert.deepEqual([paid.state.stage, paid.state.startedAt], ['in_progress', local('2021-03-15 12:00')]);
});

test('P573-29c: an appearance is recorded once, as it happened, where the law wants one', () => {
  const needed = submitted(arrived, { ...freeTerms, appearanceRequired: true });
  const future = appear(local('2021-03-13 10:00'));
  assert.equal(needed.refused(registeredAt, executor, future).code, 'in_the_future');
  const came = needed.then(registeredAt, executor, appear(registeredAt));
  assert.equal(came.refused(registeredAt, executor, appear(registeredAt)).code, 'appearance_known');
  const unneeded = submitted(arrived).refused(registeredAt, executor, appear(registeredAt));
  assert.equal(unneeded.code, 'appearance_not_required');
});

test('P573-29d: an application in work has an executor, and only that one decides', () => {
  assert.equal(inWork.state.executorId, executor.id);
  assert.equal(inWork.refused(registeredAt, colleague, { type: 'approve' }).code, 'not_in_charge');
  const taken = inWork.then(registeredAt, colleague, {
    type: 'designate_executor',
    executorId: colleague.id,
  });
  assert.equal(taken.then(registeredAt, colleague, { type: 'approve' }).state.stage, 'approved');
  assert.equal(taken.refused(registeredAt, executor, { type: 'approve' }).code, 'not_in_charge');
});

test('P573-34a: a decision of Friday 17:00 is told by Monday 17:00 through the e-message system', () => {
  const { dueAt, channels } = inWork
    .then(local('2021-03-12 17:00'), executor, complete)
    .notice('result_ready');
  assert.equal(dueAt, local('2021-03-15 17:00'));
  assert.ok(channels.required.includes('emessage'));
});

test('P573-34a, P573-35d: one notice tells that the decision is positive and the result is there, however it was taken', () => {
  const at = local('2021-03-12 17:00');
  const inOne = inWork.then(at, executor, complete);
  assert.deepEqual(inOne.types().slice(-2), ['approved', 'completed']);
  const decided = inWork.then(at, executor, { type: 'approve' });
  assert.equal(decided.notices('result_ready').length, 0);
  const inTwo = decided.then(local('2021-03-15 12:00'), signer, complete);
  for (const story of [inOne, inTwo]) {
    const { dueAt, ruleId } = story.notice('result_ready');
    assert.deepEqual([dueAt, ruleId], [local('2021-03-15 17:00'), 'P573-35d']);
  }
});

test('P573-35d: a decision whose result does not come within a working day is late, and says so before it comes', () => {
  const decided = inWork.then(local('2021-03-12 17:00'), executor, { type: 'approve' });
  const clock = decided.clock('result_handover');
  assert.deepEqual([clock.dueAt, clock.ruleId], [local('2021-03-15 17:00'), 'P573-35d']);
  const passed = decided.then(local('2021-03-15 17:01'), system, { type: 'breach_clock', clockId: clock.id });
  assert.equal(passed.clock('result_handover').breachedAt, clock.dueAt);
  const done = passed.then(local('2021-03-16 09:00'), signer, complete);
  assert.equal(done.clock('result_handover').outcome, 'late');
});

test('P573-33a: a document counts as the result when an authorised person signed it', () => {
  const unsigned = { form: 'signed_document', documentId: 'doc-1', documentHash: 'sha256:bb' } as const;
  const refused = inWork.refused(registeredAt, executor, { type: 'complete', result: unsigned });
  assert.deepEqual([refused.code, refused.ruleId], ['result_incomplete', 'P573-33a']);
  assert.equal(inWork.then(registeredAt, signer, complete).state.result?.signedBy, signer.id);
});

test('P573-33b: the result has the form the user chose', () => {
  const asInformation = { ...complete.result, form: 'information' } as const;
  const refused = inWork.refused(registeredAt, executor, { ...complete, result: asInformation });
  assert.equal(refused.code, 'result_incomplete');
});

test('P573-35e: a reasoned refusal to provide comes instead of the result, on the grounds of the regulation', () => {
  const regulated = submitted(arrived, { ...freeTerms, provisionRefusalGrounds: ['no_right'] });
  const story = regulated.then(registeredAt, executor, register);
  const refused = story.then(registeredAt, executor, refuseProvision);
  assert.equal(refused.state.stage, 'provision_refused');
  assert.equal(refused.notice('provision_refused').ruleId, 'P573-35e');
  assert.deepEqual(refused.notices('result_ready'), []);
  const other = story.refused(registeredAt, executor, { ...refuseProvision, grounds: ['mood'] });
  assert.deepEqual([other.code, other.ruleId], ['ground_not_in_regulation', 'P573-37']);
  const silent = story.refused(registeredAt, executor, { ...refuseProvision, reason: '' });
  assert.equal(silent.code, 'reason_missing');
});

test('P573-35e: provision is refused only after the documents were considered', () => {
  assert.equal(submitted(arrived).refused(registeredAt, executor, refuseProvision).code, 'not_now');
  const unpaid = submitted(arrived, paidTerms).then(registeredAt, executor, register);
  assert.equal(unpaid.refused(registeredAt, executor, refuseProvision).code, 'not_now');
  const decided = inWork.then(registeredAt, executor, { type: 'approve' });
  assert.equal(decided.refused(registeredAt, executor, refuseProvision).code, 'not_now');
});

test('P573-17d: a refusal to provide names the executor in charge', () => {
  const refused = inWork.then(registeredAt, executor, refuseProvision);
  assert.equal(refused.state.refusal?.executorId, executor.id);
  assert.equal(inWork.refused(registeredAt, colleague, refuseProvision).code, 'not_in_charge');
  assert.equal(inWork.refused(registeredAt, head, refuseProvision, named).ruleId, 'P573-17d');
});
const named = { executor: { id: executor.id, providerId: 'provider-a' } };

test('P573-40: even after work began, non-payment is no ground', () => {
  const asked = inWork.refused(registeredAt, executor, { ...refuseProvision, grounds: ['unpaid'] });
  assert.equal(asked.code, 'nonpayment_is_no_ground');
});

test('C22-12: what the provider has not answered is never completed; a refusal is an answer too', () => {
  const waiting = submitted(arrived, { ...freeTerms, appearanceRequired: true });
  const accepted = waiting.then(registeredAt, executor, register);
  const unpaid = submitted(arrived, paidTerms).then(registeredAt, executor, register);
  for (const story of [waiting, accepted, unpaid])
    assert.equal(story.refused(registeredAt, executor, complete).code, 'not_now');
  for (const who of [user, system])
    assert.equal(inWork.refused(registeredAt, who, complete).code, 'forbidden');
  assert.equal(inWork.then(registeredAt, executor, { type: 'approve' }).state.stage, 'approved');
  const done = inWork.then(registeredAt, edms, complete);
  assert.deepEqual([done.state.stage, done.clock('provision_end').outcome], ['completed', 'met']);
  const refused = inWork.then(registeredAt, executor, refuseProvision);
  assert.equal(refused.clock('provision_end').outcome, 'met');
  assert.equal(done.refused(registeredAt, user, { type: 'withdraw' }).code, 'not_now');
});

test('P573-36b: no step, result or end waits for a rating: the graph knows none', () => {
  const words = JSON.stringify(graph).toLowerCase();
  assert.ok(!words.includes('rating') && !words.includes('rate'));
  assert.equal(inWork.then(registeredAt, executor, complete).state.stage, 'completed');
});

test('C22-11: what the provider system reports moves the application by itself', () => {
  const story = submitted(arrived)
    .then(registeredAt, edms, register, named)
    .then(registeredAt, edms, complete);
  assert.equal(story.state.stage, 'completed');
});
