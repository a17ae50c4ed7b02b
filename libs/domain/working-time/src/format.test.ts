import assert from 'node:assert/strict';
import test from 'node:test';
import { formatDate, formatDeadline, formatLocal } from './format.ts';
import { bishkek, endOf, local } from './test-calendars.ts';

test('a moment for people: date with weekday and the local time, in each language', () => {
  const moment = local('2021-11-22 14:05');
  assert.equal(formatLocal(moment, 'ky', bishkek), '2021-ж., 22-ноябрь, дүйшөмбү 14:05');
  assert.equal(formatLocal(moment, 'ru', bishkek), 'понедельник, 22 ноября 2021 г. в 14:05');
  assert.equal(formatLocal(moment, 'en', bishkek), 'Monday, 22 November 2021 at 14:05');
});

test('the zone decides the date', () => {
  assert.equal(formatLocal('2021-11-22T20:00:00.000Z', 'ky', bishkek), '2021-ж., 23-ноябрь, шейшемби 02:00');
  assert.equal(formatLocal('2021-11-22T20:00:00.000Z', 'ky', 'UTC'), '2021-ж., 22-ноябрь, дүйшөмбү 20:00');
});

test('a limit at midnight reads as 24:00 of the day it ends', () => {
  assert.equal(formatDeadline(endOf('2021-03-15'), 'ky', bishkek), '2021-ж., 15-март, дүйшөмбү 24:00');
  assert.equal(formatDeadline(endOf('2021-03-15'), 'ru', bishkek), 'понедельник, 15 марта 2021 г. в 24:00');
  assert.equal(formatDeadline(endOf('2021-03-15'), 'en', bishkek), 'Monday, 15 March 2021 at 24:00');
});

test('any other limit reads as its clock time', () => {
  assert.equal(formatDeadline(local('2021-03-15 00:01'), 'ky', bishkek), '2021-ж., 15-март, дүйшөмбү 00:01');
  assert.equal(
    formatDeadline(local('2021-03-15 15:00'), 'ru', bishkek),
    'понедельник, 15 марта 2021 г. в 15:00',
  );
});

test('a date for people', () => {
  assert.equal(formatDate('2021-11-22', 'ky'), '2021-ж., 22-ноябрь, дүйшөмбү');
  assert.equal(formatDate('2021-11-22', 'ru'), 'понедельник, 22 ноября 2021 г.');
  assert.equal(formatDate('2021-11-22', 'en'), 'Monday, 22 November 2021');
});

test('what is no moment and no date is refused', () => {
  assert.throws(() => formatLocal('22.11.2021', 'ky', bishkek), RangeError);
  assert.throws(() => formatDate('2021-02-30', 'ky'), RangeError);
});
