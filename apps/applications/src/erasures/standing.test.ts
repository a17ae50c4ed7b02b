import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCalendar, kyrgyzCalendar } from '@kyzmat/working-time';
import { standingOf } from './standing.ts';

const calendar = createCalendar(kyrgyzCalendar);
const ended = {
  submittedAt: '2025-03-12T04:00:00.000Z',
  endedAt: '2025-03-13T04:00:00.000Z',
  payment: 'none',
  clocks: [],
} as const;
const at = (now: string, held = false) => ({ now, held, calendar });

test('P573-27e: what was submitted on 12 March stays through the end of 12 March a year later, Bishkek time', () => {
  const last = '2026-03-12T18:00:00.000Z';
  assert.deepEqual(standingOf(ended, at(last)), { standing: 'year', ruleId: 'P573-27e', until: last });
  assert.deepEqual(standingOf(ended, at('2026-03-12T18:00:00.001Z')), { standing: 'erasable' });
});

test('P573-31c: what goes on, or owes money back, stays whatever its age', () => {
  const { endedAt, ...open } = ended;
  const late = at('2030-01-01T00:00:00.000Z');
  assert.equal(standingOf(open, late).standing, 'open');
  assert.equal(standingOf({ ...ended, payment: 'refund_due' }, late).standing, 'open');
});

test('P573-49: a hold keeps it', () => {
  assert.equal(standingOf(ended, at('2030-01-01T00:00:00.000Z', true)).standing, 'held');
});
