export type { Deadline, Instant, LocalDate, ServiceTerm, Step, Text } from './types.ts';
export type {
  AnnouncedHoliday,
  CalendarData,
  CalendarException,
  FixedHoliday,
  Regime,
} from './calendar-data.ts';
export { createCalendar, type Calendar, type Day } from './calendar.ts';
export {
  endOfNextWorkingDay,
  kyzmatInterpretation,
  type Interpretation,
  type Period,
} from './interpretation.ts';
export * from './deadlines.ts';
export { formatDate, formatDeadline, formatLocal, type Language } from './format.ts';
