import { providerSide, type ClosingRule, type Edge, type NoticeRule } from './edge.ts';

const answers: readonly ClosingRule[] = [
  { clock: 'provision_end', as: 'met' },
  { clock: 'result_handover', as: 'met' },
  { clock: 'outage_status', as: 'met' },
];
const ready: NoticeRule = { kind: 'result_ready', due: 'action', act: 'P573-35d' };
const refused: NoticeRule = { kind: 'provision_refused', due: 'action', act: 'P573-35e' };
const moneyBack: NoticeRule = { kind: 'refund_opened', due: 'action', act: 'P573-34a' };

const complete = {
  command: 'complete',
  to: 'completed',
  roles: [...providerSide, 'signer'],
  guards: ['inCharge', 'resultComplete'],
  rules: ['P573-33a', 'P573-33b', 'P573-35d', 'C22-12'],
} as const satisfies Partial<Edge>;

const refuse = {
  command: 'refuse_provision',
  from: ['in_progress'],
  to: 'provision_refused',
  roles: providerSide,
  guards: [
    'inCharge',
    'executorOfThisProvider',
    'namesSelf',
    'notForNonpayment',
    'groundInRegulation',
    'reasonGiven',
  ],
  rules: ['P573-17d', 'P573-35e', 'P573-37', 'P573-40', 'C22-12'],
} as const satisfies Partial<Edge>;

const appear = {
  command: 'record_appearance',
  roles: providerSide,
  guards: ['appearanceRequired', 'notYetAppeared', 'notInFuture'],
  rules: ['P573-29c'],
} as const satisfies Partial<Edge>;

/** From the start of provision to the provider's answer. */
export const provisionEdges: readonly Edge[] = [
  {
    ...appear,
    id: 'record-appearance-early',
    from: ['submitted', 'suspended_unpaid'],
    to: 'same',
    does: [{ event: 'appearance_recorded' }],
  },
  {
    ...appear,
    id: 'record-appearance',
    from: ['accepted'],
    to: 'in_progress',
    does: [
      { event: 'appearance_recorded' },
      {
        event: 'started',
        notices: [{ kind: 'started', due: 'action', act: 'P573-34a' }],
        opens: ['provision_end'],
      },
    ],
    rules: ['P573-29c', 'P573-34a', 'P573-37'],
  },
  {
    id: 'approve',
    command: 'approve',
    from: ['in_progress'],
    to: 'approved',
    roles: providerSide,
    guards: ['inCharge'],
    does: [
      {
        event: 'approved',
        // The user is told once, when the result can be obtained (P573-35d); until then this clock shows the debt.
        opens: ['result_handover'],
        closes: [{ clock: 'outage_status', as: 'met' }],
      },
    ],
    rules: ['P573-34a', 'P573-35d'],
  },
  {
    id: 'return-to-work',
    command: 'return_to_work',
    from: ['approved'],
    to: 'in_progress',
    roles: ['system'],
    guards: [],
    does: [{ event: 'returned_to_work', closes: [{ clock: 'result_handover', as: 'dropped' }] }],
    rules: ['P573-33a', 'P573-29d'],
  },
  {
    ...complete,
    id: 'complete',
    from: ['approved'],
    does: [{ event: 'completed', notices: [ready], closes: answers }],
  },
  {
    ...complete,
    id: 'approve-and-complete',
    from: ['in_progress'],
    does: [{ event: 'approved' }, { event: 'completed', notices: [ready], closes: answers }],
  },
  {
    ...refuse,
    id: 'refuse-provision',
    when: ['keepsMoney'],
    does: [{ event: 'provision_refused', notices: [refused], closes: answers }],
  },
  {
    ...refuse,
    id: 'refuse-provision-refunding',
    when: ['returnsMoney'],
    payment: { from: ['confirmed'], to: 'refund_due' },
    does: [
      { event: 'provision_refused', notices: [refused], closes: answers },
      { event: 'refund_opened', notices: [moneyBack] },
    ],
  },
];
