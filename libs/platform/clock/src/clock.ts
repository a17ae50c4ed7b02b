/** ISO-8601 in UTC with milliseconds, `2021-03-12T08:00:00.000Z`; instants sort as text. */
export type Instant = string;

/** Where a process gets the time from; injected, so that tests and the demo can choose it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** What the clock says now, as an Instant. */
export function instant(clock: Clock): Instant {
  return clock.now().toISOString();
}

/** A clock that stands still until it is moved. */
export interface FixedClock extends Clock {
  set(instant: Instant): void;
  advance(milliseconds: number): void;
}

/** A clock for tests. Throws RangeError when the instant is not one. */
export function fixedClock(start: Instant): FixedClock {
  let time = parse(start);
  return {
    now: () => new Date(time),
    set(value) {
      time = parse(value);
    },
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

function parse(value: Instant): number {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new RangeError(`${value} is no instant`);
  return time;
}
