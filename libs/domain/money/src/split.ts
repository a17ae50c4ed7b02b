import { isTyiyn, type Tyiyn } from './amounts.ts';

/** A part of a cost: an amount of its own, or a share (a whole weight, from 1) of what the amounts leave over. */
export type Part =
  | { readonly receiver: string; readonly amount: Tyiyn }
  | { readonly receiver: string; readonly share: number };

/** What one receiver gets. A list of these is itself a split, of amounts only. */
export interface Allotment {
  readonly receiver: string;
  readonly amount: Tyiyn;
}

export type SplitProblem =
  | 'amount_invalid'
  | 'share_invalid'
  | 'receiver_missing'
  | 'receiver_repeated'
  | 'free_needs_no_split'
  | 'split_missing'
  | 'does_not_add_up';

/**
 * C22-6e: what keeps the parts from being a split of the cost that adds up exactly, in tyiyn; empty when they are
 * one. A free service costs zero and has no parts; any other has some.
 */
export const checkSplit = (total: Tyiyn, parts: readonly Part[]): SplitProblem[] => {
  const receivers = parts.map(({ receiver }) => receiver.trim());
  const invalid = amountsOf(parts).some((amount) => !isTyiyn(amount)) || !isTyiyn(total);
  const rest = invalid ? undefined : restOf(total, parts);
  const found: Record<SplitProblem, boolean> = {
    amount_invalid: invalid,
    share_invalid: parts.some(
      (part) => 'share' in part && !(Number.isSafeInteger(part.share) && part.share > 0),
    ),
    receiver_missing: receivers.includes(''),
    receiver_repeated: new Set(receivers).size < receivers.length,
    free_needs_no_split: total === 0 && parts.length > 0,
    split_missing: total > 0 && parts.length === 0,
    does_not_add_up: parts.length > 0 && rest !== undefined && (hasShares(parts) ? rest < 0n : rest !== 0n),
  };
  return problems.filter((problem) => found[problem]);
};

const problems: readonly SplitProblem[] = [
  'amount_invalid',
  'share_invalid',
  'receiver_missing',
  'receiver_repeated',
  'free_needs_no_split',
  'split_missing',
  'does_not_add_up',
];

/**
 * What each receiver gets of `total`, in the order given, adding up to it exactly. Shares are rounded down and the
 * tyiyn left over go one each to the largest remainders, at a tie to whoever is named first: the same parts always
 * give the same amounts. Throws RangeError where checkSplit finds a problem.
 */
export const splitExactly = (total: Tyiyn, parts: readonly Part[]): Allotment[] => {
  const found = checkSplit(total, parts);
  if (found.length > 0) throw new RangeError(`no exact split of ${total}: ${found.join(', ')}`);
  const allotted = allotShares(restOf(total, parts), parts);
  return parts.map((part, index) => ({
    receiver: part.receiver,
    amount: 'amount' in part ? part.amount : Number(allotted.get(index) ?? 0n),
  }));
};

/** By place in the list, what each share gets of `rest`. In bigint: a great sum times a weight outgrows a number. */
const allotShares = (rest: bigint, parts: readonly Part[]): Map<number, bigint> => {
  const shares = parts.flatMap((part, index) =>
    'share' in part ? [{ index, weight: BigInt(part.share) }] : [],
  );
  const weights = shares.reduce((sum, { weight }) => sum + weight, 0n);
  const allotted = new Map(shares.map(({ index, weight }) => [index, (rest * weight) / weights]));
  const left = [...allotted.values()].reduce((sum, amount) => sum - amount, rest);
  const byRemainder = shares
    .map(({ index, weight }) => ({ index, remainder: (rest * weight) % weights }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
    );
  for (const { index } of byRemainder.slice(0, Number(left))) {
    allotted.set(index, (allotted.get(index) ?? 0n) + 1n);
  }
  return allotted;
};

const amountsOf = (parts: readonly Part[]): Tyiyn[] =>
  parts.flatMap((part) => ('amount' in part ? [part.amount] : []));

const hasShares = (parts: readonly Part[]): boolean => parts.some((part) => 'share' in part);

const restOf = (total: Tyiyn, parts: readonly Part[]): bigint =>
  amountsOf(parts).reduce((rest, amount) => rest - BigInt(amount), BigInt(total));
