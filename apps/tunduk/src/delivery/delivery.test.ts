import assert from 'node:assert/strict';
import test from 'node:test';
import { concluded, delivered, late, taken, type DeliveryState } from './delivery.ts';

const at = '2026-03-12T04:00:00.000Z';
const state: DeliveryState = {
  providerId: 'interior-information-centre',
  reference: 'AAAA-BBBB',
  serviceVersion: 1,
  answers: [],
};
const document = (name: string, changeToken = '1', modifiedAt = at) => ({
  objectId: `id of ${name}`,
  changeToken,
  name,
  modifiedAt,
});

test('P573-29f: delivered is said once', () => {
  const next = delivered('a', state, 'doc', at);
  assert.deepEqual(
    next?.pending?.map(({ type }) => type),
    ['delivery.delivered.v1'],
  );
  assert.equal(delivered('a', { ...state, deliveredAt: at }, 'doc', at), undefined);
  const slow = late('a', state, at);
  assert.deepEqual(
    slow?.pending?.map(({ type }) => type),
    ['delivery.failed.v1'],
  );
  assert.equal(late('a', { ...state, lateSince: at }, at), undefined);
});

test('P573-29g: a document found twice changes nothing; written anew it counts anew', () => {
  const first = taken('a', state, [document('registration.json')], at)?.state ?? state;
  assert.equal(first.answers.length, 1);
  assert.equal(taken('a', first, [document('registration.json')], at), undefined);
  const again = taken('a', first, [document('registration.json', '2')], at);
  assert.equal(again?.state.answers.length, 2);
  assert.deepEqual(
    again.todo?.map(({ id }) => id),
    ['a:id of registration.json:2'],
  );
});

test('C22-11: documents are carried out in the order of their writing, the registration before the answer', () => {
  const found = [document('answer.json'), document('registration.json')];
  const names = taken('a', state, found, at)?.state.answers.map(({ name }) => name);
  assert.deepEqual(names, ['registration.json', 'answer.json']);
});

test('an outcome never changes', () => {
  const answer = document('registration.json');
  const first = taken('a', state, [answer], at)?.state ?? state;
  const done = concluded(first, answer, { kind: 'carried_out', at })?.state ?? state;
  assert.equal(concluded(done, answer, { kind: 'refused', at, code: 'x' }), undefined);
});
