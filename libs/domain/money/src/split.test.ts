import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkSplit } from './split.ts';

const parts = [
  { receiver: 'budget', amount: 100_000 },
  { receiver: 'provider', amount: 20_050 },
];

test('C22-6e: parts that add up to the cost exactly are a split; one tyiyn too few or too many is none', () => {
  assert.deepEqual(checkSplit(120_050, parts), []);
  assert.deepEqual(checkSplit(120_049, parts), ['does_not_add_up']);
  assert.deepEqual(checkSplit(120_051, parts), ['does_not_add_up']);
});

test('C22-6e: a free service costs zero and needs no split; a paid one needs one', () => {
  assert.deepEqual(checkSplit(0, []), []);
  assert.deepEqual(checkSplit(0, [{ receiver: 'budget', amount: 0 }]), ['free_needs_no_split']);
  assert.deepEqual(checkSplit(100, []), ['split_missing']);
});

test('C22-6e: receivers are named, each once', () => {
  const twice = [
    { receiver: 'budget', amount: 50 },
    { receiver: ' budget', amount: 50 },
  ];
  assert.deepEqual(checkSplit(100, twice), ['receiver_repeated']);
  assert.deepEqual(checkSplit(100, [{ receiver: ' ', amount: 100 }]), ['receiver_missing']);
});

test('C22-6e: amounts are whole tyiyn', () => {
  assert.deepEqual(checkSplit(100, [{ receiver: 'budget', amount: 99.5 }]), ['amount_invalid']);
  assert.deepEqual(checkSplit(100, [{ receiver: 'budget', amount: -100 }]), ['amount_invalid']);
  assert.deepEqual(checkSplit(1.5, [{ receiver: 'budget', amount: 1 }]), ['amount_invalid']);
});

test('C22-6e: a split that is not exact is refused, never rounded, however great the sums', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (other, amounts, exactly) => {
        const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        fc.pre(sum <= BigInt(Number.MAX_SAFE_INTEGER));
        const total = exactly ? Number(sum) : other;
        const named = amounts.map((amount, index) => ({ receiver: `receiver ${index}`, amount }));
        assert.equal(checkSplit(total, named).length === 0, total > 0 && sum === BigInt(total));
      },
    ),
  );
});
