import { providerSide, type ClosingRule, type Edge, type NoticeRule } from './edge.ts';

/** The cabinet shows at once that it has arrived. */
const arrived: NoticeRule = { kind: 'submitted', due: 'action', act: 'P573-31c' };
const registered: NoticeRule = { kind: 'intake_registered', due: 'acceptance' };
const refused: NoticeRule = { kind: 'intake_refused', due: 'refusal' };
const accepts: readonly ClosingRule[] = [
  { clock: 'intake_acceptance', as: 'met' },
  { clock: 'intake_refusal', as: 'not_owed' },
  { clock: 'outage_status', as: 'met' },
];
const refuses: readonly ClosingRule[] = [
  { clock: 'intake_refusal', as: 'met' },
  { clock: 'intake_acceptance', as: 'not_owed' },
  { clock: 'outage_status', as: 'met' },
];

const register = {
  command: 'register',
  from: ['submitted'],
  roles: providerSide,
  guards: ['executorOfThisProvider', 'numberGiven'],
} as const satisfies Partial<Edge>;

const refuse = {
  command: 'refuse_intake',
  from: ['submitted'],
  to: 'intake_refused',
  roles: providerSide,
  guards: [
    'inCharge',
    'executorOfThisProvider',
    'namesSelf',
    'notForNonpayment',
    'groundInLaw',
    'reasonGiven',
  ],
} as const satisfies Partial<Edge>;

/** From signing to the provider's word whether it takes the application up. */
export const intakeEdges: readonly Edge[] = [
  {
    id: 'submit',
    command: 'submit',
    from: 'nothing',
    to: 'submitted',
    roles: ['user'],
    guards: ['providerOpen', 'signedByActor', 'signatureStrongEnough', 'resultFormOffered'],
    does: [{ event: 'submitted', notices: [arrived], opens: ['intake_acceptance', 'intake_refusal'] }],
    rules: ['P573-8l', 'P573-28a', 'P573-31c', 'P573-33b', 'P573-41a', 'P573-41b', 'P573-41c', 'C22-13a'],
  },
  {
    ...register,
    id: 'register',
    to: 'in_progress',
    when: ['readyToStart'],
    does: [
      { event: 'registered', notices: [registered], closes: accepts },
      { event: 'started', opens: ['provision_end'] },
    ],
    rules: ['P573-29a', 'P573-29b', 'P573-29d', 'P573-35a', 'P573-37', 'P573-41c'],
  },
  {
    ...register,
    id: 'register-awaiting-appearance',
    to: 'accepted',
    when: ['awaitsAppearanceOnly'],
    does: [{ event: 'registered', notices: [registered], closes: accepts }],
    rules: ['P573-29a', 'P573-29c', 'P573-29d', 'P573-35a', 'P573-41c'],
  },
  {
    ...register,
    id: 'register-unpaid',
    to: 'suspended_unpaid',
    when: ['awaitsPayment'],
    does: [
      { event: 'registered', notices: [registered], closes: accepts },
      { event: 'suspended', notices: [{ kind: 'suspended_unpaid', due: 'action', act: 'P573-40' }] },
    ],
    rules: ['P573-29a', 'P573-29b', 'P573-29d', 'P573-35a', 'P573-40', 'P573-41c'],
  },
  {
    ...refuse,
    id: 'refuse-intake',
    payment: { from: ['none', 'charged', 'pending', 'expired'], to: 'same' },
    does: [{ event: 'intake_refused', notices: [refused], closes: refuses }],
    rules: ['P573-17d', 'P573-35b', 'P573-39a', 'P573-39b', 'P573-40', 'P573-41a', 'P573-41b'],
  },
  {
    ...refuse,
    id: 'refuse-intake-paid',
    payment: { from: ['confirmed'], to: 'refund_due' },
    does: [
      { event: 'intake_refused', notices: [refused], closes: refuses },
      { event: 'refund_opened', notices: [{ kind: 'refund_opened', due: 'action', act: 'P573-34a' }] },
    ],
    rules: ['P573-17d', 'P573-35b', 'P573-39a', 'P573-39b', 'P573-40', 'P573-41a', 'P573-41b'],
  },
];
