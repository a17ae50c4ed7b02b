import type { Deadline, Instant } from './types.ts';

/**
 * `late`: after our limit but within another reading's, so it is shown as late and must not be called unlawful.
 * `unlawful`: late by every known reading.
 */
export type Timeliness = 'on_time' | 'late' | 'unlawful';

/** How something done at `doneAt` (or, with the present moment, still not done) stands to its deadline. */
export const timeliness = (
  doneAt: Instant,
  { at, loosest }: Pick<Deadline, 'at' | 'loosest'>,
): Timeliness => {
  if (doneAt <= at) return 'on_time';
  return doneAt <= loosest ? 'late' : 'unlawful';
};
