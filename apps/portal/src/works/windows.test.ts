import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announced, closing, type WorksWindow } from './windows.ts';

const window: WorksWindow = {
  id: 'w',
  from: '2026-03-14T20:00:00.000Z',
  to: '2026-03-14T22:00:00.000Z',
  reason: { ky: 'Жаңыртуу', ru: 'Обновление' },
  closes: ['sending'],
  recordedBy: 'operator',
  recordedAt: '2026-03-10T04:00:00.000Z',
};
const monday = Date.parse('2026-03-08T18:00:00.000Z');

test('P573-19b: outside a recorded window no function is closed by time of day, on Sunday at 03:00 neither', () => {
  for (let hour = 0; hour < 7 * 24; hour += 1) {
    const now = new Date(monday + hour * 3_600_000).toISOString();
    for (const what of ['sending', 'payment'] as const) {
      assert.equal(closing([], what, now), undefined, now);
      const within = what === 'sending' && window.from <= now && now < window.to;
      assert.equal(closing([window], what, now), within ? window : undefined, `${what} ${now}`);
    }
  }
  // Sunday 15 March, 03:00 in Bishkek, with works announced for later that night.
  assert.equal(closing([{ ...window, from: window.to }], 'sending', '2026-03-14T21:00:00.000Z'), undefined);
});

test('P573-19b: works are announced three days before, until they end; works that were called off are not', () => {
  const at = (now: string, works: readonly WorksWindow[] = [window]) => announced(works, now)?.id;
  assert.equal(at('2026-03-11T19:59:59.999Z'), undefined);
  assert.equal(at('2026-03-11T20:00:00.000Z'), 'w');
  assert.equal(at('2026-03-14T21:59:59.999Z'), 'w');
  assert.equal(at('2026-03-14T22:00:00.000Z'), undefined);
  const endedAt = '2026-03-12T04:00:00.000Z';
  assert.equal(at('2026-03-12T05:00:00.000Z', [{ ...window, endedAt }]), undefined);
  assert.equal(closing([{ ...window, endedAt }], 'sending', '2026-03-14T21:00:00.000Z'), undefined);
  assert.equal(at('2026-03-14T21:00:00.000Z', [{ ...window, id: 'later', from: window.to }, window]), 'w');
});
