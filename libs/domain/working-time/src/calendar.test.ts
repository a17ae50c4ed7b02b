import assert from 'node:assert/strict';
import test from 'node:test';
import type { CalendarData } from './calendar-data.ts';
import { createCalendar } from './calendar.ts';
import { kyrgyz, marked, weekendsOnly, withHolidays } from './test-calendars.ts';

const off = (...dates: string[]): void => {
  for (const date of dates) assert.equal(kyrgyz.isWorkingDay(date), false, `${date} is a day off`);
};
const worked = (...dates: string[]): void => {
  for (const date of dates) assert.equal(kyrgyz.isWorkingDay(date), true, `${date} is worked`);
};

test('2004 code: a holiday on a weekend makes the next working day off', () => {
  off('2020-11-07', '2020-11-08', '2020-11-09', '2020-11-10');
  worked('2020-11-11');
  off('2021-11-07', '2021-11-08', '2021-11-09');
  worked('2021-11-10');
  off('2020-05-25', '2019-08-12', '2022-07-11');
});

test('2004 code: two holidays in a row after a weekend push the moved day behind both', () => {
  // 1 May 2022 is a Sunday, Orozo Ait the Monday: the moved day is Tuesday.
  off('2022-05-01', '2022-05-02', '2022-05-03');
  assert.equal(kyrgyz.day('2022-05-03').reason?.ru, 'день отдыха, перенесённый с праздника «Праздник труда»');
});

test('2004 code: swaps by the Government, a worked Saturday for a day off in the week', () => {
  off('2023-01-03', '2023-01-04', '2023-01-05', '2023-01-06', '2023-03-20', '2023-05-08', '2023-11-06');
  worked('2023-02-25', '2023-03-11', '2023-03-25', '2023-04-29', '2023-05-13', '2023-11-11');
  off('2018-11-09');
  worked('2018-11-03');
});

test('2025 code: a holiday on a weekend is not moved, and old holidays are worked', () => {
  off('2026-03-08');
  worked('2026-03-09', '2026-02-23', '2026-04-07', '2025-11-07', '2025-03-31');
});

test('2025 code: New Year to 7 January and 1 to 9 May are off', () => {
  off('2025-01-01', '2025-01-06', '2025-01-07', '2027-01-04', '2026-05-01', '2026-05-08', '2026-05-09');
  worked('2025-01-08', '2026-04-30', '2026-05-11');
});

test('announced holidays: Orozo Ait and Kurman Ait', () => {
  off('2019-06-05', '2023-04-21', '2023-06-28', '2024-06-17', '2025-06-06', '2026-03-20');
  assert.equal(kyrgyz.day('2023-04-21').reason?.ky, 'Орозо айт');
});

test('a worked weekend day and a day off by decision carry the reason', () => {
  assert.deepEqual(kyrgyz.day('2023-02-25'), {
    date: '2023-02-25',
    working: true,
    reason: {
      ky: 'дем алыш башка күнгө которулган: 2023-ж., 4-январь, шаршемби',
      ru: 'выходной перенесён на другой день: среда, 4 января 2023 г.',
    },
  });
  assert.deepEqual(kyrgyz.day('2023-02-22'), { date: '2023-02-22', working: true });
});

test('the last working day of the week may be a Thursday or a Saturday, or there is none', () => {
  assert.equal(kyrgyz.lastWorkingDayOfWeek('2021-03-10'), '2021-03-12');
  assert.equal(kyrgyz.lastWorkingDayOfWeek('2024-03-07'), '2024-03-07');
  assert.equal(kyrgyz.lastWorkingDayOfWeek('2023-02-20'), '2023-02-25');
  assert.equal(kyrgyz.lastWorkingDayOfWeek('2023-02-26'), '2023-02-25');
  assert.equal(kyrgyz.lastWorkingDayOfWeek('2026-05-06'), undefined);
});

test('the first working day of the next week is in the next week that has one', () => {
  assert.equal(kyrgyz.firstWorkingDayOfNextWeek('2021-03-05'), '2021-03-09');
  assert.equal(kyrgyz.firstWorkingDayOfNextWeek('2021-03-14'), '2021-03-15');
  assert.equal(kyrgyz.firstWorkingDayOfNextWeek('2026-04-30'), '2026-05-11');
});

test('the next working day is never the day itself', () => {
  assert.equal(kyrgyz.nextWorkingDay('2021-03-10'), '2021-03-11');
  assert.equal(kyrgyz.nextWorkingDay('2021-03-05'), '2021-03-09');
  assert.equal(kyrgyz.nextWorkingDay('2023-02-24'), '2023-02-25');
});

test('a holiday left over in December moves into January', () => {
  const calendar = createCalendar({
    ...weekendsOnly,
    regimes: [
      {
        ...weekendsOnly.regimes[0],
        from: '2018-01-01',
        source: 'test',
        weekend: [6, 7],
        movesFromWeekend: true,
        holidays: [
          { from: '12-31', name: { ky: 'Эски жыл', ru: 'Старый год' } },
          { from: '01-01', name: { ky: 'Жаңы жыл', ru: 'Новый год' } },
        ],
      },
    ],
  });
  // 31 December 2022 is a Saturday, 1 January 2023 a Sunday.
  assert.equal(calendar.isWorkingDay('2023-01-02'), false);
  assert.equal(calendar.isWorkingDay('2023-01-03'), false);
  assert.equal(calendar.isWorkingDay('2023-01-04'), true);
});

test('exceptions make a new calendar with a new version; the old one stays as it was', () => {
  const old = withHolidays('2021-03-10');
  const made = old.withExceptions([marked('2021-03-10', true), marked('2021-03-13', true)], 'next');
  assert.equal(made.version, 'next');
  assert.equal(made.data.version, 'next');
  assert.equal(made.isWorkingDay('2021-03-10'), true);
  assert.equal(made.isWorkingDay('2021-03-13'), true);
  assert.equal(made.data.exceptions.length, 2);
  assert.equal(old.isWorkingDay('2021-03-10'), false);
  assert.equal(old.isWorkingDay('2021-03-13'), false);
  assert.throws(() => old.withExceptions([], old.version), RangeError);
  assert.throws(() => old.withExceptions([marked('2021-02-30', false)], 'wrong'), RangeError);
  assert.throws(
    () => old.withExceptions([marked('2021-03-11', false), marked('2021-03-11', true)], 'wrong'),
    RangeError,
  );
});

test('the data survive JSON, so they can be stored and sent', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(kyrgyz.data)), kyrgyz.data);
});

test('data that contradict themselves make no calendar', () => {
  const [regime] = weekendsOnly.regimes;
  assert.ok(regime);
  const name = { ky: 'майрам', ru: 'праздник' };
  const wrong: Partial<CalendarData>[] = [
    { version: '' },
    { zone: 'Asia/Nowhere' },
    { regimes: [] },
    { regimes: [regime, regime] },
    { regimes: [{ ...regime, from: '2018-13-01' }] },
    { regimes: [{ ...regime, weekend: [1, 2, 3, 4, 5, 6, 7] }] },
    { regimes: [{ ...regime, weekend: [0] }] },
    { regimes: [{ ...regime, holidays: [{ from: '02-30', name }] }] },
    { regimes: [{ ...regime, holidays: [{ from: '05-09', to: '05-01', name }] }] },
    { exceptions: [marked('tomorrow', false)] },
    { exceptions: [marked('2021-03-10', true), marked('2021-03-10', false)] },
    { announced: [{ date: '2021-05-32', name, source: 'test', confirmed: true }] },
  ];
  for (const part of wrong) {
    const make = (): unknown =>
      createCalendar({ ...weekendsOnly, ...part }).dateOf('2021-03-12T00:00:00.000Z');
    assert.throws(make, RangeError, JSON.stringify(part));
  }
});

test('dates before the first regime, and no dates, are refused rather than guessed', () => {
  assert.throws(() => kyrgyz.isWorkingDay('2017-12-31'), RangeError);
  assert.throws(() => kyrgyz.isWorkingDay('2021-02-29'), RangeError);
  assert.throws(() => kyrgyz.nextWorkingDay('20210312'), RangeError);
});

test('a calendar without working days is found out instead of searched for ever', () => {
  const off = Array.from({ length: 800 }, (_, index) =>
    new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10),
  );
  assert.throws(() => withHolidays(...off).nextWorkingDay('2021-01-04'), RangeError);
});
