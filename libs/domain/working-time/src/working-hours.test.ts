import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createCalendar } from './calendar.ts';
import { toInstant } from './instant.ts';
import { kyrgyz, local, weekendsOnly, withHolidays } from './test-calendars.ts';
import { workingMoment } from './working-hours.ts';

const friday = local('2021-03-12 10:00');
const monday = local('2021-03-15 10:00');
const calendar = createCalendar(weekendsOnly);

test('half of the working time from Friday 10:00 to Monday 10:00 has passed on Friday 14:30, not on Saturday night', () => {
  assert.equal(workingMoment(friday, monday, 0.5, calendar), local('2021-03-12 14:30'));
  assert.equal(workingMoment(friday, monday, 0.8, calendar), local('2021-03-12 17:12'));
});

test('a moment that would be the very end of a day is the morning of the next working one', () => {
  const [from, to] = [local('2021-03-12 14:00'), local('2021-03-16 13:00')];
  // Friday has four hours of seventeen.
  assert.equal(workingMoment(from, to, 4 / 17, calendar), local('2021-03-15 09:00'));
  assert.equal(workingMoment(from, to, 0.5, withHolidays('2021-03-15')), local('2021-03-16 09:00'));
});

test('where nobody works in between, the moment is the beginning', () => {
  const [from, to] = [local('2021-03-13 09:00'), local('2021-03-14 09:00')];
  assert.equal(workingMoment(from, to, 0.5, calendar), from);
  assert.equal(workingMoment(monday, monday, 0.5, calendar), monday);
});

test('the hours are data: another calendar has others', () => {
  const nights = createCalendar({ ...weekendsOnly, hours: { from: 20, to: 24 } });
  const [from, to] = [local('2021-03-11 12:00'), local('2021-03-13 00:00')];
  assert.equal(workingMoment(from, to, 0.75, nights), local('2021-03-12 22:00'));
  for (const hours of [
    { from: 18, to: 9 },
    { from: 9.5, to: 18 },
    { from: 9, to: 25 },
  ]) {
    assert.throws(() => createCalendar({ ...weekendsOnly, hours }), RangeError);
  }
});

const start = Date.UTC(2021, 0, 1);
const hourMs = 3_600_000;

test('always within working hours of a working day and with working time left, or else at the beginning', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 5 * 365 * 24 * 60 }),
      fc.integer({ min: 1, max: 40 * 24 * 60 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (minute, length, part) => {
        const from = toInstant(start + minute * 60_000);
        const to = toInstant(Date.parse(from) + length * 60_000);
        const at = workingMoment(from, to, part, kyrgyz);
        if (at === from) return;
        assert.ok(from < at && at < to);
        const date = kyrgyz.dateOf(at);
        assert.ok(kyrgyz.isWorkingDay(date));
        assert.ok(kyrgyz.hourOn(date, 9) <= at && at < kyrgyz.hourOn(date, 18));
        assert.notEqual(workingMoment(at, to, 0.5, kyrgyz), at, 'working time is left');
      },
    ),
  );
});

test('a later part never comes earlier', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 * 24 }), fc.integer({ min: 1, max: 20 * 24 }), (offset, length) => {
      const from = toInstant(start + offset * hourMs);
      const to = toInstant(Date.parse(from) + length * hourMs);
      assert.ok(workingMoment(from, to, 0.5, kyrgyz) <= workingMoment(from, to, 0.8, kyrgyz));
    }),
  );
});
