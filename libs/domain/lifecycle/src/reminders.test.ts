import assert from 'node:assert/strict';
import test from 'node:test';
import { alertsOf } from './alerts.ts';
import { dueReminders, reminderAt } from './reminders.ts';
import {
  complete,
  executor,
  local,
  register,
  submitted,
  system,
  user,
  withDay,
  type Story,
} from './testing/story.ts';
import { nextDueAt } from './view.ts';

const at = local('2021-03-12 10:00');
const fresh = submitted(at);
const remind = (story: Story, step: number) =>
  ({ type: 'remind_clock', clockId: story.clock('intake_acceptance').id, step }) as const;
/** What the last event of a story tells the staff. */
function toldBy(before: Story, after: Story): readonly string[] {
  const event = after.history.at(-1);
  assert.ok(event);
  return alertsOf(before.state, event).map(({ alertId, to }) => `${alertId} ${to.join('+')}`);
}

test('P573-29d: the executor is reminded when half of the working hours have gone, the head too when a fifth is left; nobody on a day off', () => {
  const clock = fresh.clock('intake_acceptance');
  // Nine working hours from Friday 10:00 to Monday 10:00: eight on Friday and one on Monday.
  assert.equal(reminderAt(clock, 0), local('2021-03-12 14:30'));
  assert.equal(reminderAt(clock, 1), local('2021-03-12 17:12'));
  assert.equal(reminderAt(clock, 2), undefined);
  const once = fresh.then(local('2021-03-12 14:30'), system, remind(fresh, 0));
  assert.deepEqual(toldBy(fresh, once), [`${clock.id}:reminder:0 executor`]);
  const twice = once.then(local('2021-03-12 17:12'), system, remind(fresh, 1));
  assert.deepEqual(toldBy(once, twice), [`${clock.id}:reminder:1 executor+provider_head`]);
  assert.equal(nextDueAt(twice.state), clock.dueAt);
});

test('a reminder comes once, not early, and not for a clock that has none', () => {
  assert.equal(fresh.refused(local('2021-03-12 14:29'), system, remind(fresh, 0)).code, 'no_such_reminder');
  assert.equal(fresh.refused(local('2021-03-15 09:00'), system, remind(fresh, 2)).code, 'no_such_reminder');
  const once = fresh.then(local('2021-03-14 20:00'), system, remind(fresh, 1));
  for (const step of [0, 1]) {
    assert.equal(
      once.then(local('2021-03-14 20:00'), system, remind(fresh, step)).state.version,
      once.state.version,
    );
  }
});

test('after a pause one word is enough, and none when the limit has passed', () => {
  const { clocks } = fresh.state;
  const due = (now: string) => dueReminders(clocks, local(now)).map(({ step }) => step);
  assert.deepEqual(due('2021-03-12 14:29'), []);
  assert.deepEqual(due('2021-03-14 20:00'), [1]);
  assert.deepEqual(due('2021-03-15 10:01'), []);
});

test('a limit that moves takes its reminders along', () => {
  const replan = { type: 'replan_clocks', reason: { ky: 'Токтом', ru: 'Постановление' } } as const;
  const inWork = fresh.then(at, executor, register);
  const reminder = (story: Story) => reminderAt(story.clock('provision_end'), 0);
  assert.equal(reminder(inWork), local('2021-03-15 14:30'));
  const moved = inWork.then(at, system, replan, { calendar: withDay('2021-03-15', false) });
  assert.equal(reminder(moved), local('2021-03-16 14:30'));
});

test('P573-42: a day off that leaves a limit where it was still moves its reminders, and that is no news to the user', () => {
  const outage = { outageId: 'o1', cause: 'no_internet', startedAt: at } as const;
  const removedAt = local('2021-03-16 15:00');
  const removed = fresh
    .then(at, system, { type: 'record_outage', ...outage })
    .then(removedAt, system, { type: 'record_outage_removed', removedAt });
  // Three hours on Tuesday and six on Wednesday.
  assert.equal(reminderAt(removed.clock('outage_status'), 0), local('2021-03-17 10:30'));
  const replan = { type: 'replan_clocks', reason: { ky: 'Токтом', ru: 'Постановление' } } as const;
  const calendar = withDay('2021-03-17', false);
  const moved = removed.then(removedAt, system, replan, { calendar });
  const clock = moved.clock('outage_status');
  assert.deepEqual(
    [clock.dueAt, clock.remindAt, clock.replanned],
    [local('2021-03-17 15:00'), [local('2021-03-16 16:30'), local('2021-03-16 17:24')], []],
  );
  assert.deepEqual(moved.history.at(-1)?.notices, []);
  assert.equal(moved.then(removedAt, system, replan, { calendar }).state.version, moved.state.version);
});

test('P573-42: a limit that runs over a weekend has one reminder, at once', () => {
  const removedAt = local('2021-03-13 09:00');
  const recorded = local('2021-03-13 09:05');
  const removed = fresh
    .then(at, system, { type: 'record_outage', outageId: 'o1', cause: 'no_internet', startedAt: at })
    .then(recorded, system, { type: 'record_outage_removed', removedAt });
  const clock = removed.clock('outage_status');
  assert.deepEqual(clock.remindAt, [recorded, recorded]);
  assert.deepEqual(dueReminders([clock], recorded), [{ clockId: clock.id, step: 1 }]);
});

test('P573-17d: a broken limit is told once to executor, head and operator: by the timer, or else by the late act', () => {
  const inWork = fresh.then(at, executor, register);
  const clock = inWork.clock('provision_end');
  const breach = { type: 'breach_clock', clockId: clock.id } as const;
  const late = local('2021-03-17 10:01');
  const seen = inWork.then(late, system, breach);
  assert.deepEqual(toldBy(inWork, seen), [`${clock.id}:breach executor+provider_head+operator`]);
  assert.deepEqual(toldBy(seen, seen.then(late, executor, complete)), []);
  const unseen = inWork.then(late, executor, complete);
  const ended = unseen.history.at(-1);
  assert.ok(ended);
  assert.deepEqual(
    alertsOf(inWork.state, ended).map(({ alertId }) => alertId),
    [`${clock.id}:breach`],
  );
});

test('P573-34a: a notice that did not go out in time is the operator’s to mend', () => {
  const { id } = fresh.clock('submitted');
  const seen = fresh.then(local('2021-03-15 10:01'), system, { type: 'breach_clock', clockId: id });
  assert.deepEqual(toldBy(fresh, seen), [`${id}:breach operator`]);
});

test('P573-14e: the executor in charge hears that the user is reached in another way, once; before there is one nobody does', () => {
  const correct = { type: 'correct_contacts', contacts: { phone: '+996555000111' } } as const;
  assert.deepEqual(toldBy(fresh, fresh.then(at, user, correct)), []);
  const inWork = fresh.then(at, executor, register);
  const corrected = inWork.then(at, user, correct);
  assert.deepEqual(toldBy(inWork, corrected), [
    `${corrected.state.id}:${corrected.state.version}:contacts_corrected executor`,
  ]);
  assert.equal(corrected.then(at, user, correct).state.version, corrected.state.version);
});
