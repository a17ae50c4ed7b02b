import { timesOf } from './clocks.ts';
import { earlier, type Given } from './given.ts';
import type { Effect, NoticeRule } from './graph/edge.ts';
import { limit } from './limits.ts';
import { openClocks } from './view.ts';
import {
  finalStages,
  type Instant,
  type LegalClock,
  type NoticeFacts,
  type NoticeKind,
  type NoticeOwed,
} from './types.ts';

/**
 * The cabinet always, and the e-message system for every completed action (P573-34a, P573-41c). E-mail comes on top
 * when the user gave an address (P573-41a).
 */
const ofActions: NoticeOwed['channels'] = { required: ['cabinet', 'emessage'], extra: ['email'] };
/** That it has arrived the user knows, having sent it: the cabinet keeps the proof (P573-31c). */
const ofArrival: NoticeOwed['channels'] = { required: ['cabinet'], extra: ['email'] };

/** Notices that must state the start and the end of the period (P573-35a). */
const statesPeriod: readonly NoticeKind[] = [
  'intake_registered',
  'payment_confirmed',
  'started',
  'term_changed',
];

/** The notices an effect owes, and the clock that each of them is. */
export function owed(
  effect: Effect,
  given: Given,
  seq: number,
): { notices: NoticeOwed[]; clocks: LegalClock[] } {
  const pairs = (effect.notices ?? []).map((rule) => owedBy(rule, given, seq));
  return { notices: pairs.map(({ notice }) => notice), clocks: pairs.map(({ clock }) => clock) };
}

function owedBy(rule: NoticeRule, given: Given, seq: number): { notice: NoticeOwed; clock: LegalClock } {
  const { state, context } = given;
  const { kind, due } = rule;
  const since = due === 'action' ? completedAt(kind, given) : state.submittedAt;
  const act = rule.due === 'action' ? rule.act : undefined;
  const times = timesOf(limit(due, since, state.terms, context.calendar, act));
  const channels = kind === 'submitted' ? ofArrival : ofActions;
  const noticeId = `${state.id}:${seq}:${kind}`;
  return {
    notice: {
      noticeId,
      kind,
      ruleId: times.ruleId,
      dueAt: times.dueAt,
      channels,
      facts: statesPeriod.includes(kind) ? factsOf(given) : {},
    },
    clock: {
      id: noticeId,
      kind: 'notice',
      dueRule: due,
      responsible: 'portal',
      openedAt: context.now,
      since,
      ...times,
      notice: { kind, required: channels.required, handedOver: [] },
      replanned: [],
    },
  };
}

/**
 * The moment of the action a notice tells of: for money, when the information on it was received (P573-35c); for a
 * result, when the positive decision was taken, however long its document took (P573-35d).
 */
function completedAt(kind: NoticeKind, { state, command, context }: Given): Instant {
  if (kind === 'result_ready') {
    const decided = openClocks(state).find((clock) => clock.kind === 'result_handover');
    return decided?.since ?? context.now;
  }
  return command.type === 'confirm_payment' ? earlier(command.paidAt, context.now) : context.now;
}

function factsOf({ state, outlook }: Given): NoticeFacts {
  if (finalStages.some((stage) => stage === state.stage)) return {};
  const { awaits, startedAt, end } = outlook();
  if (startedAt === undefined || end === undefined) return { awaits };
  return { startedAt, provisionEndsAt: end.at };
}
