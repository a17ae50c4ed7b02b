import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kyrgyzCalendar } from './kyrgyz-calendar.ts';
import { readCalendar } from './read-calendar.ts';

test('a calendar goes through JSON unchanged', () => {
  const sent: unknown = JSON.parse(JSON.stringify(kyrgyzCalendar));
  assert.deepEqual(readCalendar(sent).data, kyrgyzCalendar);
});

test('what is no calendar is refused, wherever it is wrong', () => {
  const wrong = [
    null,
    {},
    { ...kyrgyzCalendar, zone: 6 },
    { ...kyrgyzCalendar, regimes: [{ from: '2018-01-01' }] },
    { ...kyrgyzCalendar, exceptions: [{ date: '2026-01-01', working: 'no', reason: { ky: '', ru: '' } }] },
  ];
  for (const value of wrong) assert.throws(() => readCalendar(value), TypeError);
  assert.throws(() => readCalendar({ ...kyrgyzCalendar, regimes: [] }), RangeError);
});
