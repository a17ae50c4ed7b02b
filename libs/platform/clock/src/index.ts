export { fixedClock, instant, systemClock } from './clock.ts';
export type { Clock, FixedClock, Instant } from './clock.ts';
export { demoClock } from './demo-clock.ts';
export type { ClockLog, DemoClock, DemoClockParts } from './demo-clock.ts';
