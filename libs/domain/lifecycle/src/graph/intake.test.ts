import assert from 'node:assert/strict';
import test from 'node:test';
import { decide } from '../decide.ts';
import { forgedGrounds } from '../testing/commands.ts';
import {
  calendar,
  colleague,
  complete,
  contextOf,
  edms,
  executor,
  foreigner,
  freeTerms,
  local,
  paidTerms,
  pay,
  refuseIntake,
  register,
  stranger,
  submit,
  submitted,
  system,
  user,
  withDay,
} from '../testing/story.ts';
import type { Command, Context, Instant } from '../types.ts';

const friday = local('2021-03-12 10:00');

function submitting(command: Command, more: Partial<Context> = {}, at: Instant = friday) {
  const decision = decide(undefined, command, contextOf(at, user, more));
  return decision.ok ? 'submitted' : decision.refusal.code;
}

test('P573-8l: an application comes into being signed by the very user, over the very content', () => {
  assert.equal(submitting(submit()), 'submitted');
  const other = { level: 'simple', signedBy: stranger.id, contentHash: 'sha256:aa' } as const;
  assert.equal(submitting({ ...submit(), signature: other }), 'not_signed');
  const stale = { level: 'simple', signedBy: user.id, contentHash: 'sha256:old' } as const;
  assert.equal(submitting({ ...submit(), signature: stale }), 'not_signed');
  const before = decide(undefined, { type: 'withdraw' }, contextOf(friday, user));
  assert.ok(!before.ok && before.refusal.code === 'unknown_application');
});

test('P573-8l: an application is submitted once', () => {
  assert.equal(submitted(friday).refused(friday, user, submit()).code, 'already_exists');
});

test('P573-28a: a qualified signature is always enough, a simple one unless the law wants a qualified one', () => {
  const simple = { level: 'simple', signedBy: user.id, contentHash: 'sha256:aa' } as const;
  const qualified = { ...simple, level: 'qualified' } as const;
  const strict = submit({ ...freeTerms, signatureLevel: 'qualified' });
  assert.equal(submitting({ ...strict, signature: simple }), 'signature_too_weak');
  assert.equal(submitting({ ...strict, signature: qualified }), 'submitted');
  assert.equal(submitting({ ...submit(), signature: simple }), 'submitted');
  assert.equal(submitting({ ...submit(), signature: qualified }), 'submitted');
});

test('P573-33b: the form of result is one of those on offer, and the choice is kept', () => {
  const documentOnly = submit({ ...freeTerms, resultForms: ['signed_document'] });
  assert.equal(submitting({ ...documentOnly, resultForm: 'information' }), 'result_form_not_offered');
  assert.equal(submitting({ ...submit(), resultForm: 'information' }), 'submitted');
  assert.equal(submitted(friday).state.resultForm, 'signed_document');
});

test('P573-19b: an application goes in on a Sunday at three in the night', () => {
  assert.equal(submitting(submit(), {}, local('2021-03-14 03:00')), 'submitted');
});

test('C22-13a: the services of a blocked provider cannot be newly applied for', () => {
  assert.equal(submitting(submit(), { provider: { blocked: true } }), 'provider_blocked');
});

test('P573-8e: a person signs in the name of an organisation they act for, and of nobody else', () => {
  const forFirm = { ...submit(), ownerId: 'firm-1' };
  assert.equal(submitting(forFirm), 'not_yours');
  assert.equal(submitting(forFirm, { actor: { ...user, subjectId: 'firm-1' } }), 'submitted');
});

test('P573-31c: that it has arrived stands in the cabinet, and is no substitute for the notice of acceptance', () => {
  const { ruleId, channels } = submitted(friday).notice('submitted');
  assert.deepEqual([ruleId, channels], ['P573-31c', { required: ['cabinet'], extra: ['email'] }]);
  assert.equal(submitted(friday).clock('intake_acceptance').closedAt, undefined);
});

test('P573-35a: the notice of intake tells the start and the date and time of the end', () => {
  const story = submitted(friday).then(local('2021-03-12 11:30'), executor, register);
  assert.equal(story.state.stage, 'in_progress');
  assert.deepEqual(story.notice('intake_registered').facts, {
    startedAt: local('2021-03-12 11:30'),
    provisionEndsAt: local('2021-03-17 11:30'),
  });
});

test('P573-35a: while a paid service is not paid, the notice says that the period starts with payment', () => {
  const story = submitted(friday, paidTerms).then(local('2021-03-12 11:30'), executor, register);
  assert.deepEqual(story.notice('intake_registered').facts, { awaits: ['payment'] });
});

test('P573-35b: exactly one of registration and refusal happens, the refusal with a reason', () => {
  const accepted = submitted(friday).then(friday, executor, register);
  assert.equal(accepted.refused(friday, executor, refuseIntake).code, 'not_now');
  const declined = submitted(friday).then(friday, executor, refuseIntake);
  assert.equal(declined.refused(friday, executor, register).code, 'not_now');
  assert.deepEqual(declined.notices('intake_registered'), []);
  const silent = submitted(friday).refused(friday, executor, { ...refuseIntake, reason: '  ' });
  assert.deepEqual([silent.code, silent.ruleId], ['reason_missing', 'P573-35b']);
});

test('P573-39a: untrue or incomplete information is a ground for refusing to consider', () => {
  for (const ground of ['untrue', 'incomplete'] as const) {
    const story = submitted(friday).then(friday, executor, { ...refuseIntake, grounds: [ground] });
    assert.deepEqual(story.state.refusal?.grounds, [ground]);
  }
});

test('P573-39b: data not current at submission is a ground, and the list is closed', () => {
  const story = submitted(friday);
  const two = story.then(friday, executor, { ...refuseIntake, grounds: ['not_current', 'untrue'] });
  assert.deepEqual(two.state.refusal?.grounds, ['not_current', 'untrue']);
  for (const grounds of [['outdated_later'], ['incomplete', 'other'], []]) {
    assert.equal(story.refused(friday, executor, forgedGrounds(grounds)).code, 'ground_not_in_law');
  }
});

test('P573-40: a refusal for non-payment is rejected', () => {
  const { code, ruleId } = submitted(friday, paidTerms).refused(friday, executor, forgedGrounds(['unpaid']));
  assert.deepEqual([code, ruleId], ['nonpayment_is_no_ground', 'P573-40']);
});

test('P573-40: registering what is unpaid suspends it in the same write, with a notice; payment resumes it', () => {
  const story = submitted(friday, paidTerms).then(local('2021-03-12 17:00'), executor, register);
  assert.equal(story.state.stage, 'suspended_unpaid');
  assert.deepEqual(story.types(), ['submitted', 'registered', 'suspended']);
  const { dueAt, ruleId } = story.notice('suspended_unpaid');
  assert.deepEqual([dueAt, ruleId], [local('2021-03-15 17:00'), 'P573-40']);
  const paid = story.then(local('2021-03-15 09:20'), system, pay(local('2021-03-15 09:20')));
  assert.equal(paid.state.stage, 'in_progress');
});

test('P573-40: intake never waits for payment', () => {
  const charged = submitted(friday, paidTerms).then(friday, system, {
    type: 'charge',
    chargeId: 'charge-1',
    amountTyiyn: paidTerms.priceTyiyn,
  });
  assert.equal(charged.then(friday, executor, register).state.stage, 'suspended_unpaid');
  assert.equal(charged.then(friday, executor, refuseIntake).state.stage, 'intake_refused');
});

const refusalCases = [
  ['P573-41a: arrived Tuesday 16:00', '2021-03-09 16:00', '2021-03-10 16:00', 'P573-41a'],
  ['P573-41a: arrived Friday 14:00', '2021-03-12 14:00', '2021-03-15 14:00', 'P573-41a'],
  ['P573-41a: arrived Friday 15:00 exactly', '2021-03-12 15:00', '2021-03-15 15:00', 'P573-41a'],
  ['P573-41a: arrived on a holiday', '2021-05-05 10:00', '2021-05-07 00:00', 'P573-41a'],
  ['P573-41b: arrived Friday 15:30', '2021-03-12 15:30', '2021-03-16 00:00', 'P573-41b'],
  ['P573-41b: arrived Saturday 11:00', '2021-03-13 11:00', '2021-03-16 00:00', 'P573-41b'],
  ['P573-41b: arrived before a holiday Monday', '2021-03-05 15:30', '2021-03-10 00:00', 'P573-41b'],
  ['P573-41b: arrived before a holiday Friday', '2024-03-07 15:30', '2024-03-12 00:00', 'P573-41b'],
] as const;

for (const [name, arrived, due, ruleId] of refusalCases) {
  test(`${name}: the refusal notice is due by ${due}`, () => {
    const story = submitted(local(arrived));
    assert.deepEqual(
      [story.clock('intake_refusal').dueAt, story.clock('intake_refusal').ruleId],
      [local(due), ruleId],
    );
    const refused = story.then(local(arrived), executor, refuseIntake);
    assert.deepEqual(
      [refused.notice('intake_refused').dueAt, refused.notice('intake_refused').ruleId],
      [local(due), ruleId],
    );
    assert.deepEqual(refused.notice('intake_refused').channels, {
      required: ['cabinet', 'emessage'],
      extra: ['email'],
    });
    assert.deepEqual(
      [refused.clock('intake_refusal').outcome, refused.clock('intake_acceptance').outcome],
      ['met', 'not_owed'],
    );
  });
}

const acceptanceCases = [
  ['P573-41c: submitted Friday 15:30', '2021-03-12 15:30', '2021-03-15 15:30'],
  ['P573-41c: submitted Saturday 11:00', '2021-03-13 11:00', '2021-03-16 00:00'],
] as const;

for (const [name, arrived, due] of acceptanceCases) {
  test(`${name}: the acceptance notice is due by ${due}, in the cabinet`, () => {
    const story = submitted(local(arrived));
    assert.equal(story.clock('intake_acceptance').dueAt, local(due));
    const accepted = story.then(local(arrived), executor, register);
    const notice = accepted.notice('intake_registered');
    assert.deepEqual([notice.dueAt, notice.ruleId], [local(due), 'P573-41c']);
    assert.ok(notice.channels.required.includes('cabinet'));
    assert.ok(!notice.channels.required.includes('email'));
    assert.deepEqual(
      [accepted.clock('intake_acceptance').outcome, accepted.clock('intake_refusal').outcome],
      ['met', 'not_owed'],
    );
  });
}

test('P573-41c: the limit for a refusal that was not given is no breach once the application is accepted', () => {
  const story = submitted(local('2021-03-09 16:00'));
  const clockId = story.clock('intake_refusal').id;
  const late = story
    .then(local('2021-03-10 16:01'), system, { type: 'breach_clock', clockId })
    .then(local('2021-03-10 17:00'), executor, register);
  assert.deepEqual(
    [late.clock('intake_refusal').outcome, late.clock('intake_acceptance').outcome],
    ['not_owed', 'late'],
  );
  assert.equal(late.clock('intake_acceptance').breachedAt, local('2021-03-10 16:00'));
});

test('P573-37: the end comes from the term of the service, not from a portal-wide one', () => {
  const month = submitted(friday, { ...freeTerms, term: { count: 30, unit: 'calendar_days' } });
  const hours = submitted(friday, { ...freeTerms, term: { count: 4, unit: 'hours' } });
  assert.equal(month.then(friday, executor, register).state.provisionEndsAt?.slice(0, 10), '2021-04-11');
  const started = hours.then(friday, executor, register);
  assert.deepEqual(
    [started.state.provisionEndsAt, started.clock('provision_end').dueAt],
    [local('2021-03-12 14:00'), local('2021-03-12 14:00')],
  );
});

test('P573-29a: registration takes the documents as they came and gives a number', () => {
  const story = submitted(friday);
  assert.equal(
    story.refused(friday, executor, { ...register, registrationNumber: '' }).code,
    'number_missing',
  );
  assert.equal(story.then(friday, executor, register).state.registrationNumber, '12-345');
});

test('P573-8d: an employee of another provider cannot be made executor', () => {
  const story = submitted(friday);
  const naming = { ...register, executorId: foreigner.id };
  const more = { executor: { id: foreigner.id, providerId: 'provider-b' } };
  assert.equal(story.refused(friday, executor, naming, more).code, 'executor_of_other_provider');
  assert.equal(story.refused(friday, executor, naming).code, 'executor_of_other_provider');
  const designate = { type: 'designate_executor', executorId: foreigner.id } as const;
  assert.equal(story.refused(friday, executor, designate, more).code, 'executor_of_other_provider');
});

test('P573-17d: a refusal names the executor who made it', () => {
  const story = submitted(friday);
  const onAnother = { ...refuseIntake, executorId: colleague.id };
  const more = { executor: { id: colleague.id, providerId: 'provider-a' } };
  assert.deepEqual(story.refused(friday, executor, onAnother, more).ruleId, 'P573-17d');
  assert.equal(story.then(friday, executor, refuseIntake).state.refusal?.executorId, executor.id);
  assert.equal(story.then(friday, edms, onAnother, more).state.refusal?.executorId, colleague.id);
});

test('C22-3b: an employee of one provider cannot touch an application to another', () => {
  const refused = submitted(friday).refused(friday, foreigner, register);
  assert.deepEqual([refused.code, refused.ruleId], ['not_yours', 'C22-3b']);
});

test('C22-13b: after the block the very next call of the provider is refused, and works again when it is lifted', () => {
  const story = submitted(friday);
  const blocked = { provider: { blocked: true } };
  assert.equal(story.refused(friday, executor, register, blocked).code, 'provider_blocked');
  assert.equal(story.refused(friday, edms, complete, blocked).code, 'provider_blocked');
  assert.equal(story.then(friday, user, { type: 'withdraw' }, blocked).state.stage, 'withdrawn');
  assert.equal(story.then(friday, executor, register).state.stage, 'in_progress');
});

test('P573-52: each act records the role it was done in', () => {
  const asProvider = { ...executor, id: 'operator-1' };
  const story = submitted(friday).then(friday, asProvider, { ...register, executorId: asProvider.id });
  assert.deepEqual(story.history.at(-1)?.actor, {
    id: 'operator-1',
    role: 'executor',
    providerId: 'provider-a',
  });
});

test('P573-41a: a moved working day moves the limit', () => {
  const story = submitted(friday);
  const holiday = { calendar: withDay('2021-03-15', false) };
  const moved = story.then(
    local('2021-03-12 12:00'),
    system,
    { type: 'replan_clocks', reason: { ky: 'Токтом', ru: 'Постановление' } },
    holiday,
  );
  assert.equal(moved.clock('intake_refusal').dueAt, local('2021-03-16 10:00'));
  assert.deepEqual(moved.clock('intake_refusal').replanned, [
    {
      from: local('2021-03-15 10:00'),
      to: local('2021-03-16 10:00'),
      reason: { ky: 'Токтом', ru: 'Постановление' },
      at: local('2021-03-12 12:00'),
      calendarVersion: calendar.version,
    },
  ]);
});
