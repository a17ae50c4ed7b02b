import assert from 'node:assert/strict';
import test from 'node:test';
import type { Delivery } from './delivery.ts';
import { delayed, ended, triedAgain, type NoticeState } from './notice.ts';

const at = '2026-03-12T04:00:00.000Z';
const later = '2026-03-12T06:00:00.000Z';
const contact = { email: 'aigul@example.kg' };

function stateWith(...deliveries: Delivery[]): NoticeState {
  const text = { ky: 'Жыйынтык', ru: 'Результат' };
  return {
    kind: 'result_ready',
    ruleId: 'P573-35d',
    applicationId: 'a',
    recipientId: 'aigul',
    language: 'ky',
    title: text,
    body: text,
    at,
    deliveries: [{ channel: 'cabinet', status: 'handed_over', at }, ...deliveries],
  };
}
const emessage: Delivery = { channel: 'emessage', status: 'pending', to: '+996700000001' };
const done = { number: 1, status: 'handed_over', attempts: 2, externalId: 'gses-1' } as const;
const failure = { number: 1, status: 'failed', attempts: 1, reason: 'refused' } as const;

test('P573-34a: a final status never changes, whatever is reported after it', () => {
  const sent = ended('n', 1, stateWith(emessage), done, at)?.state;
  const lost = ended('n', 1, stateWith(emessage), failure, at)?.state;
  for (const state of [sent, lost]) {
    assert.ok(state);
    for (const outcome of [done, failure])
      assert.equal(ended('n', 2, state, outcome, later, contact), undefined);
  }
  assert.deepEqual(sent?.deliveries[1], {
    ...emessage,
    ...{ status: 'handed_over', attempts: 2, externalId: 'gses-1', at },
  });
});

test('P573-34a: e-mail steps in once, behind the e-message that waits or has failed, and never without an address', () => {
  const slow = delayed('n', stateWith(emessage), contact, later);
  assert.ok(slow);
  assert.deepEqual(
    slow.state.deliveries.map(({ channel, status, insteadOf }) => [channel, status, insteadOf]).slice(1),
    [
      ['emessage', 'pending', undefined],
      ['email', 'pending', 'emessage'],
    ],
  );
  assert.deepEqual(
    slow.todo?.map(({ queue, id }) => [queue, id]),
    [['send-e-mail', 'n:2']],
  );
  assert.equal(delayed('n', slow.state, contact, later), undefined);
  assert.equal(delayed('n', stateWith(emessage), {}, later), undefined);
  assert.equal(ended('n', 1, stateWith(emessage), failure, at, contact)?.state.deliveries.length, 3);
  assert.equal(ended('n', 1, slow.state, failure, at, contact)?.state.deliveries.length, 3);
});

test('P573-34a: only what failed is tried again, once, and the failure stays on record', () => {
  const lost = ended('n', 1, stateWith(emessage), failure, at)?.state;
  assert.ok(lost);
  const again = triedAgain('n', lost, 1, '+996700000002', later)?.state;
  assert.ok(again);
  assert.deepEqual(again.deliveries[1], lost.deliveries[1]);
  assert.deepEqual(again.deliveries.at(2), {
    channel: 'emessage',
    status: 'pending',
    attempts: 0,
    to: '+996700000002',
    again: 1,
  });
  assert.equal(triedAgain('n', again, 1, '+996700000002', later), undefined);
  assert.equal(triedAgain('n', again, 2, '+996700000002', later), undefined);
  assert.equal(triedAgain('n', again, 0, '+996700000002', later), undefined);
});
