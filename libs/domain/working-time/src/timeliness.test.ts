import assert from 'node:assert/strict';
import test from 'node:test';
import { acceptanceNotice, intakeRefusalNotice } from './deadlines.ts';
import { endOf, local, withHolidays } from './test-calendars.ts';
import { timeliness } from './timeliness.ts';

const calendar = withHolidays();

test('P573-41c: the very moment of the limit is on time', () => {
  const due = acceptanceNotice(local('2021-03-09 16:00'), { calendar });
  assert.equal(timeliness(local('2021-03-10 16:00'), due), 'on_time');
  assert.equal(timeliness(local('2021-03-10 16:00:00.001'), due), 'late');
});

test('P573-41c: after our limit but before the end of the next working day is late, not unlawful', () => {
  const due = acceptanceNotice(local('2021-03-09 16:00'), { calendar });
  assert.equal(timeliness(local('2021-03-10 23:59:59.999'), due), 'late');
  assert.equal(timeliness('2021-03-10T18:00:00.001Z', due), 'unlawful');
});

test('P573-41b: anything dated the day of the limit is on time', () => {
  const due = intakeRefusalNotice(local('2021-03-12 15:30'), { calendar });
  assert.equal(timeliness(local('2021-03-15 23:59:59.999'), due), 'on_time');
  assert.equal(timeliness(endOf('2021-03-15'), due), 'on_time');
  assert.equal(timeliness(local('2021-03-16 00:00:00.001'), due), 'unlawful');
});
