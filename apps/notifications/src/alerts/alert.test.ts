import assert from 'node:assert/strict';
import test from 'node:test';
import { recipientsOf } from './alert.ts';

const one = (id: string, ...roles: string[]) => ({ id, roles, phone: `+${id}` });
const executor = one('nurlan', 'executor', 'signer');
const other = one('ermek', 'executor');
const head = one('zhyldyz', 'provider_head');
const operator = one('operator', 'operator');
const everybody = {
  to: ['executor', 'provider_head', 'operator'] as ('executor' | 'provider_head' | 'operator')[],
};

function toldTo(
  alert: typeof everybody,
  executorId: string | undefined,
  staff: readonly (typeof executor)[],
): string[] {
  return recipientsOf(alert, executorId, staff, [operator]).map(({ id }) => id);
}

test('P573-29d: the executor in charge, the head and the operator, each once', () => {
  assert.deepEqual(toldTo(everybody, 'nurlan', [executor, other, head]), ['nurlan', 'zhyldyz', 'operator']);
});

test('P573-29d: somebody always hears: without an executor the head, without a head every executor', () => {
  assert.deepEqual(toldTo(everybody, undefined, [executor, other, head]), ['zhyldyz', 'operator']);
  assert.deepEqual(toldTo(everybody, undefined, [executor, other]), ['nurlan', 'ermek', 'operator']);
  assert.deepEqual(toldTo(everybody, 'who has left', [other, head]), ['zhyldyz', 'operator']);
});
