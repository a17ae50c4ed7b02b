import type { Applications } from '@kyzmat/contracts';
import { clockTexts, type ApplicationEvent, type LegalClock } from '@kyzmat/lifecycle';

type Replanned = Extract<ApplicationEvent, { type: 'clocks_replanned' }>['facts'];

/** Dates that a new calendar moved, and why, as the user is told: the provider's limits, not those of our own notices. */
export function movedLimits(
  clocks: readonly LegalClock[],
  { changes, reason }: Replanned,
): { moved: Applications['MovedLimit'][]; because: { ky: string; ru: string } } {
  const moved = changes.flatMap(({ clockId, from, to }) => {
    const clock = clocks.find(({ id }) => id === clockId);
    return from !== to && clock?.responsible === 'provider'
      ? [{ what: clockTexts[clock.kind], from, to }]
      : [];
  });
  return { moved, because: reason };
}
