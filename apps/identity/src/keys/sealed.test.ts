import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeal } from './sealed.ts';

const one = createSeal('secret');
const seal = (text: string): string => one.seal(text);
const open = (sealed: string): string => one.open(sealed);

test('what was sealed opens again, and never looks the same', () => {
  assert.equal(open(seal('Купуя сөз')), 'Купуя сөз');
  assert.notEqual(seal('a'), seal('a'));
  assert.ok(!Buffer.from(seal('Купуя сөз'), 'base64').includes('Купуя'));
});

test('what was changed or sealed with another secret does not open', () => {
  const bytes = Buffer.from(seal('text'), 'base64');
  for (const [place, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes);
    changed[place] = byte ^ 1;
    assert.throws(() => open(changed.toString('base64')), `byte ${place}`);
  }
  assert.throws(() => createSeal('other').open(seal('text')));
  assert.throws(() => open(''));
});
