import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { readableCode, readCode } from './codes.ts';

test('a code is read back as people type it', () => {
  const code = readableCode(randomBytes(8), 12);
  assert.match(
    code,
    /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/,
  );
  assert.equal(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code);
  assert.equal(readCode(code.replaceAll('0', 'O').replaceAll('1', 'l')), code);
});

test('one wrong character is always noticed', () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(bytes, fc.nat(12), fc.integer({ min: 1, max: 31 }), (some, place, shift) => {
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const plain = readableCode(some, 12).replaceAll('-', '');
      const wrong = alphabet.charAt((alphabet.indexOf(plain.charAt(place)) + shift) % 32);
      assert.equal(readCode(plain.slice(0, place) + wrong + plain.slice(place + 1)), undefined);
    }),
  );
});
