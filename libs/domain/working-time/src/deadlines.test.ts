import assert from 'node:assert/strict';
import test from 'node:test';
import {
  acceptanceNotice,
  actionNotice,
  appealEnd,
  blockNotice,
  draftAccess,
  intakeRefusalNotice,
  provisionEnd,
  statusAfterOutage,
  submittedAccess,
} from './deadlines.ts';
import { endOf, kyrgyz, local, marked, withHolidays } from './test-calendars.ts';

const weekends = { calendar: withHolidays() };

test('P573-41a: arrived Tuesday 16:00, the refusal notice is due by Wednesday 16:00', () => {
  const due = intakeRefusalNotice(local('2021-03-09 16:00'), weekends);
  assert.equal(due.at, local('2021-03-10 16:00'));
  assert.equal(due.ruleId, 'P573-41a');
});

test('P573-41a: arrived Friday 14:00, due by Monday 14:00', () => {
  const due = intakeRefusalNotice(local('2021-03-12 14:00'), weekends);
  assert.equal(due.at, local('2021-03-15 14:00'));
  assert.equal(due.ruleId, 'P573-41a');
});

test('P573-41a: arrived Friday 15:00:00 exactly is not after 15:00, due by Monday 15:00', () => {
  const due = intakeRefusalNotice(local('2021-03-12 15:00'), weekends);
  assert.equal(due.at, local('2021-03-15 15:00'));
  assert.equal(due.ruleId, 'P573-41a');
});

test('P573-41b: a millisecond after 15:00 on Friday is after 15:00, due by the end of Monday', () => {
  const due = intakeRefusalNotice(local('2021-03-12 15:00:00.001'), weekends);
  assert.equal(due.at, endOf('2021-03-15'));
  assert.equal(due.ruleId, 'P573-41b');
});

test('P573-41a: arrived Wednesday 5 May, marked a holiday, due by the end of Thursday', () => {
  for (const calendar of [withHolidays('2021-05-05'), kyrgyz]) {
    const due = intakeRefusalNotice(local('2021-05-05 10:00'), { calendar });
    assert.equal(due.at, endOf('2021-05-06'));
    assert.equal(due.ruleId, 'P573-41a');
  }
});

test('P573-41a: up to 15:00 on the last working day, a notice that same day satisfies every reading', () => {
  const due = intakeRefusalNotice(local('2021-03-12 14:00'), weekends);
  assert.equal(due.strictest, endOf('2021-03-12'));
  assert.ok(due.steps.some(({ at }) => at === endOf('2021-03-12')));
  const midweek = intakeRefusalNotice(local('2021-03-09 14:00'), weekends);
  assert.equal(midweek.strictest, midweek.at);
});

test('P573-41b: arrived Friday 15:30, due by the end of Monday', () => {
  const due = intakeRefusalNotice(local('2021-03-12 15:30'), weekends);
  assert.equal(due.at, endOf('2021-03-15'));
  assert.equal(due.at, '2021-03-15T18:00:00.000Z');
  assert.equal(due.ruleId, 'P573-41b');
});

test('P573-41b: arrived Saturday 11:00, the same end of Monday', () => {
  const due = intakeRefusalNotice(local('2021-03-13 11:00'), weekends);
  assert.equal(due.at, endOf('2021-03-15'));
  assert.equal(due.ruleId, 'P573-41b');
});

test('P573-41b: arrived Friday 15:30 before a Monday marked a holiday, due by the end of Tuesday', () => {
  for (const calendar of [withHolidays('2021-03-08'), kyrgyz]) {
    const due = intakeRefusalNotice(local('2021-03-05 15:30'), { calendar });
    assert.equal(due.at, endOf('2021-03-09'));
    assert.equal(due.ruleId, 'P573-41b');
  }
});

test('P573-41b: with Friday a holiday the last day is Thursday: arrived 15:30, due by the end of Monday', () => {
  for (const calendar of [withHolidays('2024-03-08'), kyrgyz]) {
    const due = intakeRefusalNotice(local('2024-03-07 15:30'), { calendar });
    assert.equal(due.at, endOf('2024-03-11'));
    assert.equal(due.ruleId, 'P573-41b');
  }
});

test('P573-41b: with a worked Saturday, Friday 15:30 is not the last day; Saturday 15:30 is', () => {
  const friday = intakeRefusalNotice(local('2023-02-24 15:30'), { calendar: kyrgyz });
  assert.equal(friday.at, local('2023-02-25 15:30'));
  assert.equal(friday.ruleId, 'P573-41a');
  const saturday = intakeRefusalNotice(local('2023-02-25 15:30'), { calendar: kyrgyz });
  assert.equal(saturday.at, endOf('2023-02-27'));
  assert.equal(saturday.ruleId, 'P573-41b');
});

test('P573-41b: a whole week off: the first day of the next week that has one', () => {
  // 1 to 9 May 2026: Thursday 30 April is the last day, Monday 11 May the first.
  for (const arrived of ['2026-04-30 15:30', '2026-05-06 10:00', '2026-05-10 23:59']) {
    const due = intakeRefusalNotice(local(arrived), { calendar: kyrgyz });
    assert.equal(due.at, endOf('2026-05-11'));
    assert.equal(due.ruleId, 'P573-41b');
  }
});

test('P573-41c: submitted Friday 15:30, the acceptance notice is due by Monday 15:30: no 15:00 rule here', () => {
  const due = acceptanceNotice(local('2021-03-12 15:30'), weekends);
  assert.equal(due.at, local('2021-03-15 15:30'));
  assert.equal(due.ruleId, 'P573-41c');
});

test('P573-41c: submitted Saturday 11:00, due by the end of Monday', () => {
  assert.equal(acceptanceNotice(local('2021-03-13 11:00'), weekends).at, endOf('2021-03-15'));
});

test('P573-34a: completed Friday 17:00, handed to the e-message system by Monday 17:00', () => {
  const due = actionNotice(local('2021-03-12 17:00'), 'P573-34a', weekends);
  assert.equal(due.at, local('2021-03-15 17:00'));
  assert.equal(due.ruleId, 'P573-34a');
});

test('P573-34a: a worked Saturday is the next working day', () => {
  const due = actionNotice(local('2023-02-24 17:00'), 'P573-34a', { calendar: kyrgyz });
  assert.equal(due.at, local('2023-02-25 17:00'));
});

for (const act of ['P573-35c', 'P573-35d', 'P573-35e', 'P573-40'] as const) {
  test(`${act}: its notice has the time of P573-34a, one working day after the act`, () => {
    const due = actionNotice(local('2021-03-12 17:00'), act, weekends);
    assert.equal(due.at, local('2021-03-15 17:00'));
    assert.equal(due.ruleId, act);
  });
}

test('P573-42: outage removed Saturday 09:00, status visible by Sunday 09:00', () => {
  const due = statusAfterOutage(local('2021-03-13 09:00'), weekends);
  assert.equal(due.at, local('2021-03-14 09:00'));
  assert.equal(due.ruleId, 'P573-42');
});

test('P573-27e: submitted 12 March 2021, open through the end of 12 March 2022 at least', () => {
  const open = submittedAccess(local('2021-03-12 10:00'), weekends);
  assert.equal(open.at, endOf('2022-03-12'));
  assert.equal(open.ruleId, 'P573-27e');
});

test('P573-27e: submitted 29 February, open through 28 February of a year without it', () => {
  assert.equal(submittedAccess(local('2024-02-29 10:00'), weekends).at, endOf('2025-02-28'));
});

test('P573-27f: last saved 30 November 2021, open through the end of 28 February 2022 at least', () => {
  const open = draftAccess(local('2021-11-30 23:59:59.999'), weekends);
  assert.equal(open.at, endOf('2022-02-28'));
  assert.equal(open.ruleId, 'P573-27f');
});

test('P573-27f: the date is the one in Bishkek, not the one in UTC', () => {
  assert.equal(draftAccess('2021-03-12T20:00:00.000Z', weekends).at, endOf('2021-06-13'));
});

test('C22-14a: blocked Friday 18:00, the provider is notified by Sunday 18:00', () => {
  const due = blockNotice(local('2021-03-12 18:00'), weekends);
  assert.equal(due.at, local('2021-03-14 18:00'));
  assert.equal(due.ruleId, 'C22-14a');
});

test('C22-14a: the count is never later than the end of the second calendar day', () => {
  const due = blockNotice(local('2021-03-12 18:00'), weekends);
  assert.equal(due.loosest, endOf('2021-03-14'));
});

test("P573-37: the end of provision follows the service's own term and its unit", () => {
  const start = local('2021-03-12 10:00');
  const end = (count: number, unit: 'working_days' | 'calendar_days' | 'hours'): string =>
    provisionEnd(start, { count, unit }, weekends).at;
  assert.equal(end(3, 'working_days'), local('2021-03-17 10:00'));
  assert.equal(end(3, 'calendar_days'), local('2021-03-15 10:00'));
  assert.equal(end(3, 'hours'), local('2021-03-12 13:00'));
  assert.equal(provisionEnd(start, { count: 3, unit: 'hours' }, weekends).ruleId, 'P573-37');
});

test('P573-37: started on a day off, the term ends with the end of its last working day', () => {
  const end = provisionEnd(local('2021-03-13 10:00'), { count: 2, unit: 'working_days' }, weekends);
  assert.equal(end.at, endOf('2021-03-16'));
});

test('P573-37: a term is a whole count from 1', () => {
  for (const count of [0, -1, 1.5, NaN, Infinity]) {
    const term = { count, unit: 'working_days' } as const;
    assert.throws(() => provisionEnd(local('2021-03-12 10:00'), term, weekends), RangeError);
  }
});

test('P573-35a: the end carries a date and a time, told in both languages', () => {
  const end = provisionEnd(local('2021-03-12 10:00'), { count: 1, unit: 'working_days' }, weekends);
  assert.deepEqual(end.steps.at(-1)?.text, {
    ky: 'Акыркы мөөнөт: 2021-ж., 15-март, дүйшөмбү 10:00.',
    ru: 'Крайний срок: понедельник, 15 марта 2021 г. в 10:00.',
  });
});

test('a changed calendar is named by the deadline counted with it, and moves the date', () => {
  const changed = withHolidays().withExceptions([marked('2021-03-15', false)], 'weekends-only-2');
  const due = acceptanceNotice(local('2021-03-12 15:30'), { calendar: changed });
  assert.equal(due.at, local('2021-03-16 15:30'));
  assert.equal(due.calendarVersion, 'weekends-only-2');
});

test('what is no instant is refused', () => {
  for (const wrong of ['', '2021-03-12', '2021-03-12T09:30:00Z', '2021-02-30T09:30:00.000Z', 'now']) {
    assert.throws(() => acceptanceNotice(wrong, weekends), RangeError);
    assert.throws(() => statusAfterOutage(wrong, weekends), RangeError);
  }
});

test('P573-38: an appeal has its own term, counted from the decision by the general law it names', () => {
  const law = { ky: '30 иш күнү', ru: '30 рабочих дней' };
  const decided = '2026-03-12T04:00:00.000Z';
  const complaint = appealEnd(decided, { count: 30, unit: 'working_days', law }, { calendar: kyrgyz });
  // From Thursday 12 March; a Friday in March falls out for Orozo Ait.
  assert.equal(complaint.at, '2026-04-24T04:00:00.000Z');
  assert.equal(complaint.ruleId, 'P573-38');
  assert.deepEqual(complaint.steps[1]?.text, law);
  assert.equal(complaint.steps.at(-1)?.at, complaint.at);
  const court = appealEnd(decided, { count: 3, unit: 'months', law }, { calendar: kyrgyz });
  assert.equal(court.at, '2026-06-12T18:00:00.000Z');
  assert.throws(
    () => appealEnd(decided, { count: 0, unit: 'months', law }, { calendar: kyrgyz }),
    RangeError,
  );
});
