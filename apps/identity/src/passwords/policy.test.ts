import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guessableOf, passwordFault } from './policy.ts';

const known = guessableOf({ pin: '12003198500012', phone: '+996700000001' });
const codeOf = (password: string): string | undefined => passwordFault(password, known)?.code;

test('P573-14b: ten characters or a phrase are enough, whatever they are made of', () => {
  for (const good of ['тоодо кар эрийт', 'узун көк жол', 'mountain-river', 'кутуруп аккан суу', '7Жаз!көлдө'])
    assert.equal(codeOf(good), undefined, good);
  assert.equal(codeOf('кыска сөз'), 'short');
  assert.equal(codeOf('ab '.repeat(70)), 'long');
});

test('P573-14b: the commonest, rows, and what others know of the person are refused', () => {
  for (const common of [
    'password123',
    'Пароль2024!',
    'qwerty123456',
    'P@ssw0rd123',
    'Кыргызстан1',
    'bishkekbishkek',
    '1q2w3e4r5t6y',
  ])
    assert.equal(codeOf(common), 'common', common);
  for (const plain of ['1234567890', 'aaaaaaaaaaaa', 'абвгдежзийк', 'abababababab', '9876543210'])
    assert.equal(codeOf(plain), 'plain', plain);
  for (const personal of [
    'x12003198500012y',
    'айгүл 20031985',
    'tel 700 000 001',
    '+996700000001abc',
    '2003-1985 жаз',
  ])
    assert.equal(codeOf(personal), 'personal', personal);
});

test('P573-14b: whatever surrounds the PIN, it is found', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
      assert.equal(codeOf(`${before}12003198500012${after}`), 'personal');
    }),
  );
});
