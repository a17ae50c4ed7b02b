import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ask,
  complete,
  edms,
  executor,
  freeTerms,
  local,
  refuseIntake,
  refuseProvision,
  register,
  stranger,
  submitted,
  system,
  user,
} from '../testing/story.ts';

const at = local('2021-03-12 10:00');
const inWork = submitted(at).then(at, executor, register);
const began = { type: 'record_outage', outageId: 'o1', cause: 'no_internet', startedAt: at } as const;
const removedAt = local('2021-03-13 09:00');
const removed = { type: 'record_outage_removed', removedAt } as const;

test('P573-42: an outage removed Saturday 09:00 leaves until Sunday 09:00 to show the status', () => {
  const story = inWork.then(at, system, began).then(removedAt, system, removed);
  const clock = story.clock('outage_status');
  assert.deepEqual([clock.dueAt, clock.ruleId], [local('2021-03-14 09:00'), 'P573-42']);
  const shown = story.then(local('2021-03-13 12:00'), edms, { type: 'confirm_status' });
  assert.equal(shown.clock('outage_status').outcome, 'met');
  assert.equal(shown.state.stage, 'in_progress');
  const answered = story.then(local('2021-03-14 10:00'), executor, complete);
  assert.equal(answered.clock('outage_status').outcome, 'late');
});

test('P573-42: any word of the provider on the application shows its status', () => {
  const waiting = submitted(at).then(at, system, began).then(removedAt, system, removed);
  const inHand = inWork.then(at, system, began).then(removedAt, system, removed);
  const shown = [
    waiting.then(removedAt, executor, register),
    waiting.then(removedAt, executor, refuseIntake),
    inHand.then(removedAt, executor, { type: 'approve' }),
    inHand.then(removedAt, executor, complete),
    inHand.then(removedAt, executor, refuseProvision),
  ];
  assert.deepEqual(
    shown.map((story) => story.clock('outage_status').outcome),
    ['met', 'met', 'met', 'met', 'met'],
  );
  assert.equal(inHand.then(removedAt, user, { type: 'withdraw' }).clock('outage_status').outcome, 'not_owed');
});

test('P573-42: an outage moves no other limit', () => {
  const story = inWork.then(at, system, began).then(removedAt, system, removed);
  assert.equal(story.clock('provision_end').dueAt, inWork.clock('provision_end').dueAt);
});

test('P573-42: an outage is recorded once and removed once, after it began', () => {
  assert.equal(inWork.refused(removedAt, system, removed).code, 'no_outage');
  const out = inWork.then(at, system, began);
  assert.equal(out.refused(at, system, began).code, 'outage_open');
  const early = { ...removed, removedAt: local('2021-03-12 09:00') };
  assert.equal(out.refused(removedAt, system, early).code, 'before_outage');
  assert.equal(out.refused(at, system, removed).code, 'in_the_future');
  const again = out
    .then(removedAt, system, removed)
    .then(removedAt, system, { ...began, startedAt: removedAt });
  assert.equal(again.state.outage?.removedAt, undefined);
});

test('P573-42: after the end of an application the removal is only noted', () => {
  const ended = inWork.then(at, system, began).then(at, user, { type: 'withdraw' });
  const noted = ended.then(removedAt, system, removed);
  assert.equal(noted.state.outage?.removedAt, removedAt);
  assert.ok(noted.state.clocks.every(({ kind }) => kind !== 'outage_status'));
});

test('P573-29a: paper is asked for only where the service names its law', () => {
  const paper = { ...ask, wants: 'paper' } as const;
  assert.equal(inWork.refused(at, executor, paper).code, 'paper_without_basis');
  const lawful = submitted(at, {
    ...freeTerms,
    paperBasis: { ky: 'Жер кодекси, 12-берене', ru: 'Земельный кодекс, статья 12' },
  });
  assert.equal(lawful.then(at, executor, paper).state.clarifications[0]?.wants, 'paper');
});

test('P573-34a: a question is told to the user, the limits run on, and one answer settles it', () => {
  const asked = inWork.then(at, executor, ask);
  assert.equal(asked.notice('clarification_asked').dueAt, local('2021-03-15 10:00'));
  assert.equal(asked.clock('provision_end').dueAt, inWork.clock('provision_end').dueAt);
  assert.equal(asked.refused(at, executor, ask).code, 'clarification_open');
  const clarificationId = asked.state.clarifications[0]?.id ?? '';
  const answer = {
    type: 'answer_clarification',
    clarificationId,
    answer: 'Мына',
    attachmentIds: ['f1'],
  } as const;
  const answered = asked.then(at, user, answer);
  assert.deepEqual(answered.state.clarifications, [
    {
      id: clarificationId,
      wants: 'document',
      question: ask.question,
      askedBy: executor.id,
      askedAt: at,
      answer: 'Мына',
      attachmentIds: ['f1'],
      answeredAt: at,
    },
  ]);
  assert.equal(answered.refused(at, user, answer).code, 'no_such_clarification');
  assert.equal(asked.refused(at, user, { ...answer, clarificationId: 'x' }).code, 'no_such_clarification');
});

test('a question needs words, and the answer is not needed for a decision', () => {
  assert.equal(inWork.refused(at, executor, { ...ask, question: ' ' }).code, 'question_missing');
  assert.equal(inWork.then(at, executor, ask).then(at, executor, complete).state.stage, 'completed');
});

test('P573-8e: only the owner withdraws, and only before the decision', () => {
  assert.equal(inWork.refused(at, stranger, { type: 'withdraw' }).code, 'not_yours');
  const gone = inWork.then(at, user, { type: 'withdraw' });
  assert.deepEqual([gone.state.stage, gone.clock('provision_end').outcome], ['withdrawn', 'not_owed']);
  assert.equal(gone.notice('withdrawn').dueAt, local('2021-03-15 10:00'));
  const decided = inWork.then(at, executor, { type: 'approve' });
  assert.equal(decided.refused(at, user, { type: 'withdraw' }).code, 'not_now');
});

test('after a withdrawal nobody owes an answer', () => {
  const gone = submitted(at).then(at, user, { type: 'withdraw' });
  assert.deepEqual(
    [gone.clock('intake_acceptance').outcome, gone.clock('intake_refusal').outcome],
    ['not_owed', 'not_owed'],
  );
});

test('P573-29d: designating the same executor again changes nothing', () => {
  const again = inWork.then(at, executor, { type: 'designate_executor', executorId: executor.id });
  assert.equal(again.state.version, inWork.state.version);
});
