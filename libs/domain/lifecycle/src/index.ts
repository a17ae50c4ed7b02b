export * from './types.ts';
export { decide, replay } from './decide.ts';
export { evolve } from './evolve.ts';
export type { ClosingRule, Edge, Effect, NoticeRule } from './graph/edge.ts';
export { commandTypes, edgesOf, graph, rolesOf } from './graph/graph.ts';
export { explain } from './limits.ts';
export { alertsOf, type StaffAlert } from './alerts.ts';
export { dueReminders, reminderRules, type ReminderRule, type StaffRole } from './reminders.ts';
export { openQuestion } from './guards/standing.ts';
export { actsForProvider } from './who.ts';
export { returnsMoney } from './conditions.ts';
export {
  availableCommands,
  isBreach,
  isFinal,
  nextDueAt,
  openClocks,
  responsible,
  type AvailableCommand,
  type Responsible,
} from './view.ts';
export { lifecyclePage } from './diagram.ts';
export { refusalTexts } from './texts/refusals.ts';
export {
  clockTexts,
  commandTexts,
  eventTexts,
  groundTexts,
  noticeTexts,
  outageTexts,
  paymentTexts,
  stageTexts,
} from './texts/labels.ts';
