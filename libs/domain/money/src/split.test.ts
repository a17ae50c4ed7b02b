import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkSplit, splitExactly, type Part } from './split.ts';

test('C22-6e: fixed parts that add up to the cost exactly are a split', () => {
  const parts = [
    { receiver: 'budget', amount: 100_000 },
    { receiver: 'provider', amount: 20_050 },
  ];
  assert.deepEqual(checkSplit(120_050, parts), []);
  assert.deepEqual(splitExactly(120_050, parts), parts);
});

test('C22-6e: one tyiyn too few or too many does not add up', () => {
  const parts = [
    { receiver: 'budget', amount: 100_000 },
    { receiver: 'provider', amount: 20_050 },
  ];
  assert.deepEqual(checkSplit(120_049, parts), ['does_not_add_up']);
  assert.deepEqual(checkSplit(120_051, parts), ['does_not_add_up']);
  assert.throws(() => splitExactly(120_051, parts), RangeError);
});

test('C22-6e: thirds leave no rounding rest', () => {
  const thirds = ['budget', 'provider', 'operator'].map((receiver) => ({ receiver, share: 1 }));
  assert.deepEqual(splitExactly(100, thirds), [
    { receiver: 'budget', amount: 34 },
    { receiver: 'provider', amount: 33 },
    { receiver: 'operator', amount: 33 },
  ]);
});

test('C22-6e: the tyiyn left over go to the largest remainders', () => {
  const parts = [
    { receiver: 'budget', share: 50 },
    { receiver: 'provider', share: 29 },
    { receiver: 'operator', share: 21 },
  ];
  // 50.5, 29.29 and 21.21 tyiyn.
  assert.deepEqual(
    splitExactly(101, parts).map(({ amount }) => amount),
    [51, 29, 21],
  );
});

test('C22-6e: shares divide what the fixed parts leave', () => {
  const parts: Part[] = [
    { receiver: 'budget', share: 3 },
    { receiver: 'operator', amount: 5_000 },
    { receiver: 'provider', share: 1 },
  ];
  assert.deepEqual(splitExactly(120_000, parts), [
    { receiver: 'budget', amount: 86_250 },
    { receiver: 'operator', amount: 5_000 },
    { receiver: 'provider', amount: 28_750 },
  ]);
  assert.deepEqual(checkSplit(4_999, parts), ['does_not_add_up']);
});

test('C22-6e: a free service costs zero and needs no split; a paid one needs one', () => {
  assert.deepEqual(checkSplit(0, []), []);
  assert.deepEqual(splitExactly(0, []), []);
  assert.deepEqual(checkSplit(0, [{ receiver: 'budget', share: 1 }]), ['free_needs_no_split']);
  assert.deepEqual(checkSplit(100, []), ['split_missing']);
});

test('C22-6e: receivers are named, each once', () => {
  const twice = [
    { receiver: 'budget', amount: 50 },
    { receiver: ' budget', amount: 50 },
  ];
  assert.deepEqual(checkSplit(100, twice), ['receiver_repeated']);
  assert.deepEqual(checkSplit(100, [{ receiver: ' ', share: 1 }]), ['receiver_missing']);
});

test('C22-6e: amounts are whole tyiyn and shares whole weights', () => {
  assert.deepEqual(checkSplit(100, [{ receiver: 'budget', amount: 99.5 }]), ['amount_invalid']);
  assert.deepEqual(checkSplit(100, [{ receiver: 'budget', amount: -100 }]), ['amount_invalid']);
  assert.deepEqual(checkSplit(1.5, [{ receiver: 'budget', share: 1 }]), ['amount_invalid']);
  for (const share of [0, -1, 0.5, NaN]) {
    assert.deepEqual(checkSplit(100, [{ receiver: 'budget', share }]), ['share_invalid']);
  }
});

/** A cost, fixed parts within it, and shares of the rest. */
const splits = fc
  .record({
    fixed: fc.array(fc.nat({ max: 1e14 }), { maxLength: 5 }),
    shares: fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 8 }),
    rest: fc.integer({ min: 1, max: 1e15 }),
  })
  .map(({ fixed, shares, rest }) => ({
    total: fixed.reduce((sum, amount) => sum + amount, rest),
    rest,
    shares,
    parts: [
      ...fixed.map((amount, index): Part => ({ receiver: `fixed ${index}`, amount })),
      ...shares.map((share, index): Part => ({ receiver: `share ${index}`, share })),
    ],
  }));

test('C22-6e: whatever the parts, the amounts add up to the cost exactly and are a split themselves', () => {
  fc.assert(
    fc.property(splits, ({ total, parts }) => {
      const allotted = splitExactly(total, parts);
      assert.equal(
        allotted.reduce((sum, { amount }) => sum + amount, 0),
        total,
      );
      assert.deepEqual(checkSplit(total, allotted), []);
      assert.deepEqual(
        allotted.map(({ receiver }) => receiver),
        parts.map(({ receiver }) => receiver),
      );
    }),
  );
});

test('C22-6e: nobody is more than a tyiyn away from the exact share, and a greater share never gets less', () => {
  fc.assert(
    fc.property(splits, ({ total, rest, shares, parts }) => {
      const amounts = splitExactly(total, parts)
        .slice(-shares.length)
        .map(({ amount }) => BigInt(amount));
      const weights = shares.map(BigInt);
      const sum = weights.reduce((a, b) => a + b, 0n);
      for (const [index, weight] of weights.entries()) {
        const amount = amounts[index] ?? 0n;
        const distance = amount * sum - BigInt(rest) * weight;
        assert.ok(distance > -sum && distance < sum);
        for (const [other, otherWeight] of weights.entries()) {
          if (weight > otherWeight) assert.ok(amount >= (amounts[other] ?? 0n));
        }
      }
    }),
  );
});

test('C22-6e: the same parts always give the same amounts', () => {
  fc.assert(
    fc.property(splits, ({ total, parts }) => {
      assert.deepEqual(splitExactly(total, parts), splitExactly(total, parts));
    }),
  );
});

test('C22-6e: a split that cannot be exact is refused, never rounded', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1e6 }),
      fc.array(fc.nat({ max: 1e6 }), { minLength: 1, maxLength: 5 }),
      (total, amounts) => {
        const parts = amounts.map((amount, index) => ({ receiver: `receiver ${index}`, amount }));
        const exact = total > 0 && amounts.reduce((sum, amount) => sum + amount, 0) === total;
        assert.equal(checkSplit(total, parts).length === 0, exact);
      },
    ),
  );
});
