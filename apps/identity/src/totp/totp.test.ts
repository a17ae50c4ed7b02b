import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32, codeAt, newSecret, otpauthUri, stepAt, stepOf } from './totp.ts';

const secret = base32(Buffer.from('12345678901234567890'));

test('P573-14b: the codes of RFC 6238, appendix B', () => {
  const vectors = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const;
  for (const [seconds, code] of vectors) assert.equal(codeAt(secret, stepAt(seconds * 1000), 8), code);
});

test('P573-14b: a code is right for its own step and its neighbours', () => {
  const now = 1_234_567_890_000;
  const step = stepAt(now);
  for (const away of [-1, 0, 1]) assert.equal(stepOf(secret, codeAt(secret, step + away), now), step + away);
  for (const away of [-2, 2]) assert.equal(stepOf(secret, codeAt(secret, step + away), now), undefined);
  for (const wrong of ['', '12345', '1234567', 'abcdef']) assert.equal(stepOf(secret, wrong, now), undefined);
});

test('the secret is 160 bits in base32 (RFC 4648), the address is what authenticators read', () => {
  assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI');
  assert.match(newSecret(), /^[A-Z2-7]{32}$/);
  assert.notEqual(newSecret(), newSecret());
  const uri = new URL(otpauthUri(secret, '+996 *** *** 01'));
  assert.equal(uri.protocol, 'otpauth:');
  assert.equal(uri.searchParams.get('secret'), secret);
  assert.equal(uri.searchParams.get('issuer'), 'Кызмат');
});
