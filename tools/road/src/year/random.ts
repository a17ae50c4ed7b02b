/** Chance that can be repeated: the same seed gives the same year (mulberry32). */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number between the two, both included. */
  between(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(some: readonly [T, ...T[]]): T;
}

export function randomOf(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (percent) => next() * 100 < percent,
    pick: ([first, ...rest]) => {
      const at = Math.floor(next() * (rest.length + 1));
      return at === 0 ? first : (rest[at - 1] ?? first);
    },
  };
}
