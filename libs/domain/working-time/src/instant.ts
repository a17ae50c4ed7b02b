import type { Instant } from './types.ts';

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Milliseconds since 1970. Throws RangeError for anything but a real moment written the one way we write it. */
export const toMilliseconds = (instant: Instant): number => {
  const milliseconds = form.test(instant) ? Date.parse(instant) : NaN;
  // Date.parse rolls 30 February over into March; a real moment comes back as it went in.
  if (Number.isNaN(milliseconds) || toInstant(milliseconds) !== instant) {
    throw new RangeError(`not an instant: ${instant}`);
  }
  return milliseconds;
};

export const toInstant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
