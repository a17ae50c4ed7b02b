import assert from 'node:assert/strict';
import test from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { isDone } from './carry-out.ts';
import { readAnswer } from './document.ts';

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const at = '2026-03-12T04:00:00.000Z';

test('C22-11: what the clerk writes becomes the command it means', () => {
  const registration = { registrationNumber: 'ВХ-7', executor: 'ermek', at };
  assert.deepEqual(readAnswer('registration.json', bytes(registration)), {
    executor: 'ermek',
    command: { type: 'register', registrationNumber: 'ВХ-7', executorId: 'ermek' },
  });
  const refusal = { grounds: ['incomplete'], reason: 'Паспорт жок', executor: 'ermek', at };
  assert.equal(readAnswer('refusal.json', bytes(refusal)).command.type, 'refuse_intake');
  const no = { decision: 'refuse', reason: 'Жок', executor: 'ermek', at };
  assert.deepEqual(readAnswer('answer.json', bytes(no)).command, {
    type: 'refuse_provision',
    grounds: [],
    reason: 'Жок',
    executorId: 'ermek',
  });
});

test('a date of the decision is given in one piece and in the parts its form has', () => {
  const data = { found: 'none', checkedOn: '2026-03-05' };
  const answer = { decision: 'approve', executor: 'ermek', signer: 'asel', data };
  assert.deepEqual(readAnswer('answer.json', bytes(answer)).command, {
    type: 'decide',
    signerId: 'asel',
    decision: {
      found: 'none',
      checkedOn: '2026-03-05',
      'checkedOn.day': '05',
      'checkedOn.month': '03',
      'checkedOn.year': '2026',
    },
  });
});

test('what cannot be read is refused, so that the clerk sees it', () => {
  const unreadable = { code: 'unreadable_document' };
  assert.throws(() => readAnswer('registration.json', Buffer.from('{')), unreadable);
  assert.throws(() => readAnswer('registration.json', Buffer.from([0xff])), unreadable);
  assert.throws(() => readAnswer('registration.json', bytes({ executor: 'ermek' })), unreadable);
  assert.throws(() => readAnswer('answer.json', bytes({ decision: 'maybe', executor: 'e' })), unreadable);
  assert.throws(() => readAnswer('other.json', bytes({})), unreadable);
});

test('after a crash an act that stands already is known by what it left', () => {
  const command = { type: 'register', registrationNumber: 'ВХ-7', executorId: 'ermek' };
  assert.equal(isDone({ stage: 'suspended_unpaid', registrationNumber: 'ВХ-7' }, command), true);
  assert.equal(isDone({ stage: 'submitted' }, command), false);
  const refusal: Applications['Refusal'] = { kind: 'intake', grounds: [], reason: 'жок' };
  const refuse = { type: 'refuse_intake', grounds: [], reason: 'жок', executorId: 'ermek' };
  assert.equal(isDone({ stage: 'intake_refused', refusal }, refuse), true);
  assert.equal(isDone({ stage: 'in_progress' }, { type: 'decide' }), false);
  assert.equal(isDone({ stage: 'approved' }, { type: 'decide' }), true);
});
