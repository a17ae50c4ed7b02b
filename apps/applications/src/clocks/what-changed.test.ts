import assert from 'node:assert/strict';
import test from 'node:test';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import { whatChanged } from './what-changed.ts';

const first = createCalendar(kyrgyzCalendar);
const day = (date: string, working: boolean) => ({
  date,
  working,
  reason: { ky: 'Токтом', ru: 'Постановление' },
});
const second = first.withExceptions([day('2026-03-13', false)], 'v2');
const third = second.withExceptions([day('2026-03-14', true)], 'v3');

test('P573-41a: a person is told which day has changed, and why', () => {
  assert.match(whatChanged([second], third).ru, /14 марта 2026 г\. — рабочий день \(Постановление\)$/);
  assert.match(whatChanged([first], third).ky, /13-март.*дем алыш күнү \(Токтом\); .*14-март.*жумуш күнү/);
  assert.match(whatChanged([], third).ru, /календарь/);
});
