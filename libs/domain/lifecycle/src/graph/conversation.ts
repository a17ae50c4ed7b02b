import type { Stage } from '../types.ts';
import { providerSide, type ClosingRule, type Edge, type NoticeRule } from './edge.ts';

const beforeDecision = [
  'submitted',
  'accepted',
  'suspended_unpaid',
  'in_progress',
] as const satisfies Stage[];
const open = [...beforeDecision, 'approved'] as const satisfies Stage[];
const ended = ['completed', 'provision_refused', 'intake_refused', 'withdrawn'] as const satisfies Stage[];

const nothingMoreDue: readonly ClosingRule[] = [
  { clock: 'intake_acceptance', as: 'dropped' },
  // The provider owed one answer or the other: one breach is enough.
  { clock: 'intake_refusal', as: 'not_owed' },
  { clock: 'provision_end', as: 'dropped' },
  { clock: 'outage_status', as: 'dropped' },
];
const withdrawn: NoticeRule = { kind: 'withdrawn', due: 'action', act: 'P573-34a' };

/** What user, provider and operator tell each other along the way. Limits run on meanwhile: the law stops none. */
export const conversationEdges: readonly Edge[] = [
  {
    id: 'designate-executor',
    command: 'designate_executor',
    from: open,
    to: 'same',
    roles: providerSide,
    when: ['executorChanges'],
    guards: ['executorOfThisProvider'],
    does: [{ event: 'executor_designated' }],
    rules: ['P573-8d', 'P573-29d'],
  },
  {
    id: 'designate-executor-again',
    command: 'designate_executor',
    from: open,
    to: 'same',
    roles: providerSide,
    when: ['executorStays'],
    guards: ['executorOfThisProvider'],
    does: [],
    rules: ['P573-8d', 'P573-29d'],
  },
  {
    id: 'ask-clarification',
    command: 'ask_clarification',
    from: ['submitted', 'accepted', 'in_progress'],
    to: 'same',
    roles: providerSide,
    guards: ['inCharge', 'noQuestionOpen', 'questionGiven', 'paperHasBasis'],
    does: [
      {
        event: 'clarification_asked',
        notices: [{ kind: 'clarification_asked', due: 'action', act: 'P573-34a' }],
      },
    ],
    rules: ['P573-29a', 'P573-34a'],
  },
  {
    id: 'answer-clarification',
    command: 'answer_clarification',
    from: beforeDecision,
    to: 'same',
    roles: ['user'],
    guards: ['questionOpen', 'questionIsTheOne'],
    does: [{ event: 'clarification_answered' }],
    rules: ['P573-6c'],
  },
  {
    id: 'correct-contacts',
    command: 'correct_contacts',
    from: open,
    to: 'same',
    roles: ['user'],
    when: ['contactsChange'],
    guards: ['contactsGiven'],
    does: [{ event: 'contacts_corrected' }],
    rules: ['P573-14e'],
  },
  {
    id: 'correct-contacts-again',
    command: 'correct_contacts',
    from: open,
    to: 'same',
    roles: ['user'],
    when: ['contactsStay'],
    guards: [],
    does: [],
    rules: ['P573-14e'],
  },
  {
    id: 'withdraw',
    command: 'withdraw',
    from: beforeDecision,
    to: 'withdrawn',
    roles: ['user'],
    when: ['keepsMoney'],
    guards: [],
    does: [{ event: 'withdrawn', notices: [withdrawn], closes: nothingMoreDue }],
    rules: ['P573-34a'],
  },
  {
    id: 'withdraw-refunding',
    command: 'withdraw',
    from: beforeDecision,
    to: 'withdrawn',
    payment: { from: ['confirmed'], to: 'refund_due' },
    roles: ['user'],
    when: ['returnsMoney'],
    guards: [],
    does: [
      { event: 'withdrawn', notices: [withdrawn], closes: nothingMoreDue },
      { event: 'refund_opened', notices: [{ kind: 'refund_opened', due: 'action', act: 'P573-34a' }] },
    ],
    rules: ['P573-34a'],
  },
  {
    id: 'confirm-status',
    command: 'confirm_status',
    from: open,
    to: 'same',
    roles: providerSide,
    guards: [],
    does: [{ event: 'status_confirmed', closes: [{ clock: 'outage_status', as: 'met' }] }],
    rules: ['P573-42', 'C22-11'],
  },
  {
    id: 'record-outage',
    command: 'record_outage',
    from: open,
    to: 'same',
    roles: ['system'],
    guards: ['noOutageOpen', 'notInFuture'],
    does: [{ event: 'outage_recorded' }],
    rules: ['P573-42'],
  },
  {
    id: 'record-outage-removed',
    command: 'record_outage_removed',
    from: open,
    to: 'same',
    roles: ['system'],
    guards: ['outageOpen', 'afterOutageBegan', 'notInFuture'],
    does: [{ event: 'outage_removed', opens: ['outage_status'] }],
    rules: ['P573-42'],
  },
  {
    id: 'record-outage-removed-late',
    command: 'record_outage_removed',
    from: ended,
    to: 'same',
    roles: ['system'],
    guards: ['outageOpen', 'afterOutageBegan', 'notInFuture'],
    does: [{ event: 'outage_removed' }],
    rules: ['P573-42'],
  },
];
