import { isTyiyn, type Tyiyn } from './amounts.ts';

/** What one receiver gets of a cost. */
export interface Part {
  readonly receiver: string;
  readonly amount: Tyiyn;
}

export type SplitProblem =
  | 'amount_invalid'
  | 'receiver_missing'
  | 'receiver_repeated'
  | 'free_needs_no_split'
  | 'split_missing'
  | 'does_not_add_up';

/**
 * C22-6e: what keeps the parts from being a split of the cost that adds up exactly, in tyiyn; empty when they are
 * one. A free service costs zero and has no parts; any other has some. Nothing is ever divided, so nothing is rounded.
 */
export const checkSplit = (total: Tyiyn, parts: readonly Part[]): SplitProblem[] => {
  const receivers = parts.map(({ receiver }) => receiver.trim());
  const invalid = ![total, ...parts.map(({ amount }) => amount)].every(isTyiyn);
  const found: Record<SplitProblem, boolean> = {
    amount_invalid: invalid,
    receiver_missing: receivers.includes(''),
    receiver_repeated: new Set(receivers).size < receivers.length,
    free_needs_no_split: total === 0 && parts.length > 0,
    split_missing: total > 0 && parts.length === 0,
    does_not_add_up: parts.length > 0 && !invalid && sumOf(parts) !== BigInt(total),
  };
  return problems.filter((problem) => found[problem]);
};

const problems: readonly SplitProblem[] = [
  'amount_invalid',
  'receiver_missing',
  'receiver_repeated',
  'free_needs_no_split',
  'split_missing',
  'does_not_add_up',
];

/** In bigint: great sums outgrow a number. */
const sumOf = (parts: readonly Part[]): bigint => parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
