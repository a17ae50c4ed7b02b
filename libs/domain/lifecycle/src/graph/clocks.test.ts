import assert from 'node:assert/strict';
import test from 'node:test';
import { explain } from '../limits.ts';
import {
  calendar,
  complete,
  executor,
  local,
  register,
  submitted,
  system,
  user,
  withDay,
} from '../testing/story.ts';
import { isBreach, openClocks } from '../view.ts';

const at = local('2021-03-12 10:00');
const inWork = submitted(at).then(at, executor, register);
const { noticeId } = inWork.notice('intake_registered');
const taken = (channel: 'cabinet' | 'emessage' | 'email', when = at) =>
  ({ type: 'close_notice', noticeId, channel, at: when }) as const;
const because = { ky: 'Токтом', ru: 'Постановление' };
const replan = { type: 'replan_clocks', reason: because } as const;

test('P573-34a: a notice stays owed until the cabinet and the e-message system have both taken it', () => {
  const half = inWork.then(at, system, taken('cabinet')).then(at, system, taken('email'));
  assert.equal(half.clock('intake_registered').closedAt, undefined);
  const whole = half.then(at, system, taken('emessage'));
  assert.deepEqual(
    [whole.clock('intake_registered').outcome, whole.clock('intake_registered').closedAt],
    ['met', at],
  );
  assert.equal(whole.then(at, system, taken('emessage')).state.version, whole.state.version);
});

test('P573-41c: e-mail alone does not satisfy the duty to tell in the cabinet', () => {
  assert.equal(inWork.then(at, system, taken('email')).clock('intake_registered').closedAt, undefined);
});

test('P573-34a: a notice handed over after its limit is recorded as late, at the limit', () => {
  const when = local('2021-03-15 10:01');
  const late = inWork.then(when, system, taken('cabinet', when)).then(when, system, taken('emessage', when));
  const clock = late.clock('intake_registered');
  assert.deepEqual(
    [clock.outcome, clock.breachedAt, clock.closedAt],
    ['late', local('2021-03-15 10:00'), when],
  );
});

test('a notice handed over in time is in time, even when the report of it comes late', () => {
  const reported = local('2021-03-20 10:00');
  const story = inWork.then(reported, system, taken('emessage')).then(reported, system, taken('cabinet'));
  assert.deepEqual(
    [story.clock('intake_registered').outcome, story.clock('intake_registered').closedAt],
    ['met', at],
  );
});

test('an act at the very last moment is in time', () => {
  const { dueAt } = inWork.clock('provision_end');
  assert.equal(inWork.then(dueAt, executor, complete).clock('provision_end').outcome, 'met');
});

test('a limit is passed only after its last moment, once, and stays visible until the act comes', () => {
  const clock = inWork.clock('provision_end');
  const breach = { type: 'breach_clock', clockId: clock.id } as const;
  assert.equal(inWork.refused(clock.dueAt, system, breach).code, 'not_due_yet');
  const after = new Date(Date.parse(clock.dueAt) + 1).toISOString();
  const late = inWork.then(after, system, breach);
  assert.equal(late.clock('provision_end').breachedAt, clock.dueAt);
  assert.equal(late.then(after, system, breach).state.version, late.state.version);
  const done = late.then(after, executor, complete);
  assert.deepEqual(
    [done.clock('provision_end').outcome, isBreach(done.clock('provision_end'))],
    ['late', true],
  );
  assert.equal(inWork.refused(at, system, { type: 'breach_clock', clockId: 'none' }).code, 'unknown_clock');
  assert.equal(inWork.refused(at, system, { ...taken('cabinet'), noticeId: 'none' }).code, 'unknown_notice');
});

test('P573-35a: a calendar that moves the promised end is told to the user, with the old date kept', () => {
  const moved = inWork.then(at, system, replan, { calendar: withDay('2021-03-15', false) });
  assert.equal(moved.state.provisionEndsAt, local('2021-03-18 10:00'));
  assert.equal(moved.notice('term_changed').facts.provisionEndsAt, local('2021-03-18 10:00'));
  assert.equal(moved.clock('provision_end').replanned[0]?.from, local('2021-03-17 10:00'));
  const again = moved.then(at, system, replan, { calendar: withDay('2021-03-15', false) });
  assert.equal(again.state.version, moved.state.version);
});

test('a calendar never makes anybody late, touches no passed limit and reopens none', () => {
  const saturdayWorked = { calendar: withDay('2021-03-13', true) };
  const soon = inWork.then(local('2021-03-12 12:00'), system, replan, saturdayWorked);
  assert.equal(soon.clock('provision_end').dueAt, local('2021-03-16 10:00'));
  const late = inWork.then(local('2021-03-16 11:00'), system, replan, saturdayWorked);
  assert.equal(late.clock('provision_end').dueAt, local('2021-03-17 10:00'));
  const passed = inWork.then(local('2021-03-18 11:00'), system, replan, {
    calendar: withDay('2021-03-15', false),
  });
  assert.equal(passed.state.version, inWork.state.version);
  const justPassed = inWork.then(local('2021-03-17 12:00'), system, replan, {
    calendar: withDay('2021-03-15', false),
  });
  assert.equal(justPassed.clock('provision_end').dueAt, local('2021-03-17 10:00'));
  assert.equal(inWork.clock('intake_acceptance').replanned.length, 0);
});

test('explain counts a clock again, with its steps, from what the clock keeps', () => {
  for (const clock of inWork.state.clocks) {
    const { at: dueAt, loosest, ruleId, steps } = explain(clock, inWork.state.terms, calendar);
    assert.deepEqual(
      { dueAt, loosest, ruleId },
      { dueAt: clock.dueAt, loosest: clock.loosest, ruleId: clock.ruleId },
    );
    assert.equal(steps.at(-1)?.at, dueAt);
  }
});

test('P573-34a: a withdrawn application owes only its notices', () => {
  const gone = submitted(at).then(at, user, { type: 'withdraw' });
  assert.deepEqual(
    openClocks(gone.state).map(({ notice }) => notice?.kind),
    ['submitted', 'withdrawn'],
  );
});

test('P573-41c: who withdraws after the limit takes nothing from the record of its breach', () => {
  const silent = submitted(at);
  const late = local('2021-03-16 10:00');
  const gone = silent.then(late, user, { type: 'withdraw' });
  const { dueAt, breachedAt, outcome } = gone.clock('intake_acceptance');
  assert.deepEqual([breachedAt, outcome], [dueAt, 'late']);
  assert.ok(isBreach(gone.clock('intake_acceptance')));
  assert.equal(isBreach(gone.clock('intake_refusal')), false);
});
