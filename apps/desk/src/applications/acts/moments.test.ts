import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf, momentTyped } from './moments.ts';

test('a moment typed by the clock of Bishkek is an instant, and back', () => {
  const typed = { 'on.day': '12', 'on.month': '3', 'on.year': '2026', time: '10:05' };
  assert.equal(momentOf(typed), '2026-03-12T04:05:00.000Z');
  assert.deepEqual(momentTyped('2026-03-12T04:05:59.999Z'), typed);
  assert.deepEqual(momentTyped('2026-03-11T18:00:00.000Z').time, '00:00');
});

test('a day or an hour that does not exist is none', () => {
  const typed = { 'on.day': '12', 'on.month': '3', 'on.year': '2026', time: '10:05' };
  for (const change of [
    { 'on.day': '31', 'on.month': '2' },
    { time: '24:00' },
    { time: '' },
    { 'on.year': '26' },
    { 'on.day': '' },
  ]) {
    assert.equal(momentOf({ ...typed, ...change }), undefined, JSON.stringify(change));
  }
});
