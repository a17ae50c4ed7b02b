import type { Providers } from '@kyzmat/contracts';

export type WorksWindow = Providers['WorksWindow'];
export type WorksFunction = WorksWindow['closes'][number];

/** How long before works people read of them. */
const announcedMs = 3 * 86_400_000;

/** When it is over: as announced, or sooner. */
export const endOf = ({ to, endedAt }: WorksWindow): string =>
  endedAt !== undefined && endedAt < to ? endedAt : to;

/** The window in which this is closed at this instant; nothing else ever closes anything (P573-19b). */
export function closing(
  works: readonly WorksWindow[],
  what: WorksFunction,
  now: string,
): WorksWindow | undefined {
  return works.find((window) => window.closes.includes(what) && window.from <= now && now < endOf(window));
}

/** The works people should know of now: those that last, or the next within three days. */
export function announced(works: readonly WorksWindow[], now: string): WorksWindow | undefined {
  const until = new Date(Date.parse(now) + announcedMs).toISOString();
  return works
    .filter((window) => now < endOf(window) && window.from <= until)
    .toSorted((a, b) => a.from.localeCompare(b.from))[0];
}
