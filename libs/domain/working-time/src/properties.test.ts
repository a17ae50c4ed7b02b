import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Calendar } from './calendar.ts';
import * as limits from './deadlines.ts';
import { toInstant } from './instant.ts';
import { endOfNextWorkingDay, kyzmatInterpretation } from './interpretation.ts';
import { kyrgyz, marked } from './test-calendars.ts';
import type { Deadline, Instant, ServiceTerm } from './types.ts';

type Period = (from: Instant, options: limits.DeadlineOptions) => Deadline;

const term =
  (count: number, unit: ServiceTerm['unit']): Period =>
  (from, options) =>
    limits.provisionEnd(from, { count, unit }, options);

const inWorkingDays: Record<string, Period> = {
  'P573-41a': limits.intakeRefusalNotice,
  'P573-41c': limits.acceptanceNotice,
  'P573-34a': (from, options) => limits.actionNotice(from, 'P573-34a', options),
  'P573-37 in 1 working day': term(1, 'working_days'),
  'P573-37 in 7 working days': term(7, 'working_days'),
};

const periods: Record<string, Period> = {
  ...inWorkingDays,
  'P573-42': limits.statusAfterOutage,
  'P573-27e': limits.submittedAccess,
  'P573-27f': limits.draftAccess,
  'C22-14a': limits.blockNotice,
  'P573-37 in calendar days': term(10, 'calendar_days'),
  'P573-37 in hours': term(36, 'hours'),
};

const day = 86_400_000;
const first = Date.UTC(2018, 0, 2);
const last = Date.UTC(2029, 0, 1);
const moment = fc.integer({ min: first, max: last });
const interpretation = fc.constantFrom(kyzmatInterpretation, endOfNextWorkingDay);

/** A start, a later start close by, and a calendar with exceptions in both directions around them. */
const situation = fc
  .record({
    start: moment,
    later: fc.integer({ min: 0, max: 10 * day }),
    exceptions: fc.uniqueArray(
      fc.record({ offset: fc.integer({ min: 0, max: 30 }), working: fc.boolean() }),
      {
        selector: ({ offset }) => offset,
        maxLength: 20,
      },
    ),
    interpretation,
  })
  .map(({ start, later, exceptions, interpretation }) => ({
    start: toInstant(start),
    later: toInstant(start + later),
    options: {
      calendar: kyrgyz.withExceptions(
        exceptions.map(({ offset, working }) =>
          marked(toInstant(start + offset * day).slice(0, 10), working),
        ),
        'changed',
      ),
      interpretation,
    },
  }));

const runs = { numRuns: 150 };

for (const [name, period] of Object.entries(periods)) {
  test(`${name}: a later start never gets an earlier limit`, () => {
    fc.assert(
      fc.property(situation, ({ start, later, options }) => {
        const a = period(start, options);
        const b = period(later, options);
        assert.ok(a.at <= b.at && a.strictest <= b.strictest && a.loosest <= b.loosest);
      }),
      runs,
    );
  });

  test(`${name}: ends after it starts, and within what the readings allow`, () => {
    fc.assert(
      fc.property(situation, ({ start, options }) => {
        const { at, strictest, loosest } = period(start, options);
        assert.ok(start < strictest && strictest <= loosest && at <= loosest);
        assert.ok(at <= period(start, { ...options, interpretation: endOfNextWorkingDay }).at);
      }),
      runs,
    );
  });

  test(`${name}: the explanation starts with the fact, ends with the limit, and speaks both languages`, () => {
    fc.assert(
      fc.property(situation, ({ start, options }) => {
        const { at, steps, calendarVersion } = period(start, options);
        assert.equal(steps[0]?.at, start);
        assert.equal(steps.at(-1)?.at, at);
        assert.ok(steps.every(({ text }) => text.ky !== '' && text.ru !== '' && text.ky !== text.ru));
        assert.equal(calendarVersion, options.calendar.version);
      }),
      runs,
    );
  });
}

for (const [name, period] of Object.entries(inWorkingDays)) {
  test(`${name}: the last counted date is a working day`, () => {
    fc.assert(
      fc.property(situation, ({ start, options }) => {
        const { at } = period(start, options);
        assert.ok(lastCounted(at, options.calendar).some((date) => options.calendar.isWorkingDay(date)));
      }),
      runs,
    );
  });

  test(`${name}: each day off on the way is explained, and no other`, () => {
    fc.assert(
      fc.property(situation, ({ start, options }) => {
        const { at, steps } = period(start, options);
        const until = at > start ? toInstant(Date.parse(at) - 1) : at;
        let off = 0;
        for (let date = options.calendar.dateOf(start); date <= options.calendar.dateOf(until);) {
          if (!options.calendar.isWorkingDay(date)) off += 1;
          date = options.calendar.nextDay(date);
        }
        assert.equal(steps.filter(({ text }) => text.ky.endsWith('эсептелбейт.')).length, off);
      }),
      runs,
    );
  });
}

/** The date of the limit, or where it is a midnight the date it ends. */
const lastCounted = (at: Instant, calendar: Calendar): string[] => {
  const date = calendar.dateOf(at);
  const before = calendar.dateOf(toInstant(Date.parse(at) - 1));
  return [date, before];
};

test('P573-41c: agrees with a plain count by hand, whatever the exceptions', () => {
  const shift = 6 * 3_600_000;
  fc.assert(
    fc.property(situation, ({ start, options: { calendar } }) => {
      const clock = new Date(Date.parse(start) + shift);
      const works = (date: Date): boolean => calendar.isWorkingDay(date.toISOString().slice(0, 10));
      const onDayOff = !works(clock);
      const end = new Date(clock);
      do end.setUTCDate(end.getUTCDate() + 1);
      while (!works(end));
      if (onDayOff) end.setUTCHours(24, 0, 0, 0);
      assert.equal(limits.acceptanceNotice(start, { calendar }).at, toInstant(end.getTime() - shift));
    }),
    { numRuns: 500 },
  );
});

test('exceptions decide their own days, in both directions, and no other day', () => {
  fc.assert(
    fc.property(situation, ({ start, options: { calendar } }) => {
      const changed = new Map(calendar.data.exceptions.map(({ date, working }) => [date, working]));
      let date = calendar.dateOf(start);
      for (let count = 0; count < 40; count += 1) {
        assert.equal(calendar.isWorkingDay(date), changed.get(date) ?? kyrgyz.isWorkingDay(date));
        date = calendar.nextDay(date);
      }
    }),
    runs,
  );
});
