import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { createCalendar } from './calendar.ts';
import { acceptanceNotice } from './deadlines.ts';
import { bishkek, local, weekendsOnly } from './test-calendars.ts';
import { createZone } from './zone.ts';

const names = [
  bishkek,
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];

test('every moment lies in the local day that Temporal names, for any zone', () => {
  const zones = names.map((name) => ({ name, zone: createZone(name) }));
  const moments = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), moments, ({ name, zone }, moment) => {
      const day = zone.dayOf(moment);
      const expected = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(name);
      assert.equal(day.date, expected.toPlainDate().toString());
      assert.equal(day.startsAt, expected.startOfDay().epochMilliseconds);
      assert.equal(day.endsAt - day.startsAt, expected.hoursInDay * 3_600_000);
      assert.equal(day.weekday, expected.dayOfWeek);
    }),
  );
});

test('the same clock time on another day is what Temporal says, also where clocks are changed', () => {
  const zones = names.map((name) => ({ name, zone: createZone(name) }));
  const moments = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      moments,
      fc.integer({ min: 0, max: 300 }),
      ({ name, zone }, from, days) => {
        const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
        const date = start.toPlainDate().add({ days });
        const expected = date.toZonedDateTime({ timeZone: name, plainTime: start.toPlainTime() });
        assert.equal(zone.sameClockTime(from, date.toString()), expected.epochMilliseconds);
      },
    ),
  );
});

test('P573-41c: the zone is named, so another zone of the calendar counts by its own clocks and midnights', () => {
  const calendar = createCalendar({ ...weekendsOnly, zone: 'America/New_York' });
  // Clocks go forward on Sunday 14 March 2021: 15:30 stays 15:30.
  const due = acceptanceNotice(local('2021-03-12 15:30', 'America/New_York'), { calendar });
  assert.equal(due.at, local('2021-03-15 15:30', 'America/New_York'));
  assert.equal(calendar.endOf('2021-03-14'), '2021-03-15T04:00:00.000Z');
});

test('24:00 in Bishkek is 18:00 UTC of the same date', () => {
  assert.equal(createCalendar(weekendsOnly).endOf('2021-03-15'), '2021-03-15T18:00:00.000Z');
});
