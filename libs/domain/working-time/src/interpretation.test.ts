import assert from 'node:assert/strict';
import test from 'node:test';
import {
  acceptanceNotice,
  actionNotice,
  blockNotice,
  intakeRefusalNotice,
  provisionEnd,
} from './deadlines.ts';
import { endOfNextWorkingDay, kyzmatInterpretation, type Interpretation } from './interpretation.ts';
import { endOf, local, withHolidays } from './test-calendars.ts';

const calendar = withHolidays();
const reading1 = { calendar, interpretation: endOfNextWorkingDay };

test('P573-41c: by reading 1 the notice of Friday 15:30 is due by the end of Monday', () => {
  assert.equal(acceptanceNotice(local('2021-03-12 15:30'), reading1).at, endOf('2021-03-15'));
});

test('P573-34a: by reading 1 the notice of Tuesday 16:00 is due by the end of Wednesday', () => {
  assert.equal(actionNotice(local('2021-03-09 16:00'), 'P573-34a', reading1).at, endOf('2021-03-10'));
});

test('P573-41b: by reading 1 the Friday 15:00 rule changes no result', () => {
  const before = intakeRefusalNotice(local('2021-03-12 14:00'), reading1);
  const after = intakeRefusalNotice(local('2021-03-12 15:30'), reading1);
  assert.equal(before.at, after.at);
});

test('P573-41b: by our count the Friday 15:00 rule lengthens the time', () => {
  const before = intakeRefusalNotice(local('2021-03-12 15:00'), { calendar });
  const after = intakeRefusalNotice(local('2021-03-12 15:00:00.001'), { calendar });
  assert.equal(before.at, local('2021-03-15 15:00'));
  assert.equal(after.at, endOf('2021-03-15'));
});

test('C22-14a: by reading 1 two days end with the end of the second calendar day', () => {
  assert.equal(blockNotice(local('2021-03-12 18:00'), reading1).at, endOf('2021-03-14'));
});

test('P573-37: a reading is given for service terms too', () => {
  const term = { count: 2, unit: 'working_days' } as const;
  assert.equal(provisionEnd(local('2021-03-12 10:00'), term, reading1).at, endOf('2021-03-16'));
});

test('the readings known to a deadline do not depend on the one in use', () => {
  for (const start of ['2021-03-09 16:00', '2021-03-12 14:00', '2021-03-13 11:00']) {
    const ours = acceptanceNotice(local(start), { calendar });
    const theirs = acceptanceNotice(local(start), reading1);
    assert.deepEqual([ours.strictest, ours.loosest], [theirs.strictest, theirs.loosest]);
  }
});

test('a reading of one’s own replaces one word of the law and leaves the rest', () => {
  const twoHours: Interpretation = {
    ...kyzmatInterpretation,
    id: 'two-hours',
    workingDays: (from) => kyzmatInterpretation.hours(from, 2),
  };
  const options = { calendar, interpretation: twoHours };
  assert.equal(acceptanceNotice(local('2021-03-12 10:00'), options).at, local('2021-03-12 12:00'));
  assert.equal(blockNotice(local('2021-03-12 10:00'), options).at, local('2021-03-14 10:00'));
});
