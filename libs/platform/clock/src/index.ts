/** ISO-8601 in UTC with milliseconds, `2021-03-12T08:00:00.000Z`; sorts as text. */
export type Instant = string;
export interface Clock {
  now(): Date;
}
export declare const systemClock: Clock;
export interface FixedClock extends Clock {
  set(instant: Instant): void;
  advance(milliseconds: number): void;
}
export declare function fixedClock(instant: Instant): FixedClock;
export interface DemoClock extends Clock {
  /** Resolves after the first answer or the first failure. */
  readonly ready: Promise<void>;
  stop(): void;
}
export interface ClockLog {
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
}
/** Follows the sandbox's clock: GET url → `{ offsetMs }`, each second. */
export declare function demoClock(url: string, log: ClockLog): DemoClock;
export declare function instant(clock: Clock): Instant;
