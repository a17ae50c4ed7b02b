import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentAt, stands, stateOf, type Power } from './power.ts';

const power: Power = {
  _id: 'p',
  basis: 'granted',
  principal: 'a',
  principalName: 'Демо Айгүл',
  representative: 'b',
  scope: ['residence-certificate'],
  validFrom: '2026-03-12',
  validUntil: '2026-03-31',
  grantedAt: '2026-03-11T04:00:00.000Z',
  grantedBy: 'a',
  acceptedAt: '2026-03-11T05:00:00.000Z',
};
const on = (today: string) => ({ today, nowMs: 0 });
const { acceptedAt: _, ...offered } = power;

test('P573-15: a power stands from its first to its last day, once accepted, until it is ended', () => {
  assert.equal(stateOf(power, on('2026-03-11')), 'not_yet');
  for (const day of ['2026-03-12', '2026-03-31']) assert.equal(stateOf(power, on(day)), 'standing');
  assert.equal(stateOf(power, on('2026-04-01')), 'expired');
  assert.equal(stateOf(offered, on('2026-03-12')), 'offered');
  assert.equal(stateOf({ ...power, endedAt: '2026-03-12T00:00:00.000Z' }, on('2026-03-12')), 'ended');
});

test('P573-15: a power for some services is none for another', () => {
  const day = on('2026-03-12');
  assert.ok(stands(power, day, 'residence-certificate'));
  assert.ok(!stands(power, day, 'criminal-record-certificate'));
  assert.ok(stands(power, day), 'enough to sign in and look');
  assert.ok(stands({ ...power, scope: 'all' }, day, 'criminal-record-certificate'));
});

test('P573-8h: what ESI said of an entity holds for a day of real time', () => {
  const { validUntil: _until, ...endless } = power;
  const esi: Power = { ...endless, basis: 'esi', scope: 'all', saidAt: new Date(0) };
  assert.ok(stands(esi, { today: '2026-03-12', nowMs: 24 * 3_600_000 }));
  assert.ok(!stands(esi, { today: '2026-03-12', nowMs: 24 * 3_600_000 + 1 }));
});

test('days are those of Bishkek', () => {
  assert.equal(momentAt(new Date('2026-03-12T17:59:59.999Z')).today, '2026-03-12');
  assert.equal(momentAt(new Date('2026-03-12T18:00:00.000Z')).today, '2026-03-13');
});
