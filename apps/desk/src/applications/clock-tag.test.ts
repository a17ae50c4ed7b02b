import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortDeadline } from '../site/formats.ts';
import { clockTag } from './clock-tag.ts';

const now = '2026-03-12T04:00:00.000Z';
const kindAt = (dueAt: string, breached = false): string => clockTag(dueAt, now, breached).kind;

test('a clock says how much is left, in a word and a shape', () => {
  assert.equal(kindAt('2026-03-12T04:00:00.000Z'), 'error');
  assert.equal(kindAt('2026-03-12T08:00:00.000Z'), 'turn');
  assert.equal(kindAt('2026-03-13T04:00:00.000Z'), 'wait');
  assert.equal(kindAt('2026-03-13T04:00:01.000Z'), 'info');
  assert.equal(kindAt('2026-03-20T04:00:00.000Z', true), 'error');
  assert.equal(clockTag('2026-03-13T07:30:00.000Z', now).text.ky, '1 күн 3 саат калды');
  assert.equal(clockTag('2026-03-12T03:29:00.000Z', now).text.ru, 'Просрочено: 31 мин назад');
});

test('midnight ends its day, as the law counts', () => {
  assert.equal(shortDeadline('2026-03-16T18:00:00.000Z'), '16.03, 24:00');
  assert.equal(shortDeadline('2026-03-16T08:05:00.000Z'), '16.03, 14:05');
});
