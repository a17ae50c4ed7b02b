export type {
  AnnouncedHoliday,
  CalendarData,
  CalendarException,
  FixedHoliday,
  Regime,
  WorkingHours,
} from './calendar-data.ts';
export { createCalendar, type Calendar, type Day } from './calendar.ts';
export * from './deadlines.ts';
export { formatDate, formatDeadline, formatLocal, type Language } from './format.ts';
export {
  endOfNextWorkingDay,
  kyzmatInterpretation,
  type Interpretation,
  type Period,
} from './interpretation.ts';
export { kyrgyzCalendar } from './kyrgyz-calendar.ts';
export { readCalendar } from './read-calendar.ts';
export { provisionStart, type StartConditions } from './provision-start.ts';
export { timeliness, type Timeliness } from './timeliness.ts';
export { workingMoment } from './working-hours.ts';
export type { ActRule, AppealTerm, Deadline, Instant, LocalDate, ServiceTerm, Step, Text } from './types.ts';
