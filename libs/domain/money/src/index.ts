/** Hundredths of a som, a safe integer, never negative. */
export type Tyiyn = number;

/** A part of a cost: an amount of its own, or a share (a whole weight, from 1) of what the amounts leave. */
export type Part =
  | { readonly receiver: string; readonly amount: Tyiyn }
  | { readonly receiver: string; readonly share: number };

export interface Allotment {
  readonly receiver: string;
  readonly amount: Tyiyn;
}

export type SplitProblem =
  | 'amount_invalid'
  | 'share_invalid'
  | 'receiver_repeated'
  | 'free_needs_no_split'
  | 'split_missing'
  | 'does_not_add_up';

/** "1 200,50" or "1200.5" as tyiyn; undefined when it is not an amount in soms. */
export declare function parseSom(text: string): Tyiyn | undefined;
/** "1 200 сом", "1 200,50 сом", with non-breaking spaces. */
export declare function formatSom(tyiyn: Tyiyn, lang: 'ky' | 'ru' | 'en'): string;
/** C22-6e: what keeps the parts from adding up to the cost exactly; empty when they do. */
export declare function checkSplit(total: Tyiyn, parts: readonly Part[]): SplitProblem[];
/** The amounts by receiver in the order given, adding up to `total` exactly. Throws RangeError where checkSplit finds a problem. */
export declare function splitExactly(total: Tyiyn, parts: readonly Part[]): Allotment[];
