import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword } from './password.ts';

test('the right password passes, however its letters are composed; others do not', async () => {
  const stored = await hashPassword('йод жана май');
  assert.ok(await isPassword('йод жана май'.normalize('NFD'), stored));
  assert.ok(!(await isPassword('йод жана маи', stored)));
  assert.ok(!(await isPassword('', stored)));
  assert.notEqual(await hashPassword('йод жана май'), stored);
  assert.ok(!stored.includes('май'));
});

test('without an account no password passes', async () => {
  assert.ok(!(await isPassword('', undefined)));
  assert.ok(!(await isPassword('any', '')));
});
