import assert from 'node:assert/strict';
import test from 'node:test';
import { provisionStart } from './provision-start.ts';
import { local } from './test-calendars.ts';

const registeredAt = local('2021-03-12 10:00');
const paidAt = local('2021-03-15 09:20');

test('P573-29b: registered, then paid: provision starts with the payment information', () => {
  const start = { registeredAt, payment: { confirmedAt: paidAt }, appearance: 'not_required' } as const;
  assert.equal(provisionStart(start), paidAt);
});

test('P573-29b: paid before registration: provision starts with the registration', () => {
  const payment = { confirmedAt: local('2021-03-11 09:20') };
  assert.equal(provisionStart({ registeredAt, payment, appearance: 'not_required' }), registeredAt);
});

test('P573-29b: a free service starts with the registration', () => {
  assert.equal(provisionStart({ registeredAt, payment: 'free', appearance: 'not_required' }), registeredAt);
});

test('P573-29b: nothing starts before registration and payment', () => {
  const payment = { confirmedAt: paidAt };
  const appearance = 'not_required';
  assert.equal(provisionStart({ registeredAt: undefined, payment, appearance }), undefined);
  assert.equal(provisionStart({ registeredAt, payment: { confirmedAt: undefined }, appearance }), undefined);
});

test('P573-29c: where appearance is required the start stays empty until it is recorded', () => {
  const payment = { confirmedAt: paidAt };
  const waiting = { registeredAt, payment, appearance: { recordedAt: undefined } };
  assert.equal(provisionStart(waiting), undefined);
  const appeared = local('2021-03-17 11:00');
  assert.equal(provisionStart({ ...waiting, appearance: { recordedAt: appeared } }), appeared);
});
