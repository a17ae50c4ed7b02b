import { stages } from '../types.ts';
import type { Edge, NoticeRule } from './edge.ts';

const confirmed: NoticeRule = { kind: 'payment_confirmed', due: 'action', act: 'P573-35c' };
const moneyBack: NoticeRule = { kind: 'refund_opened', due: 'action', act: 'P573-34a' };
const returned: NoticeRule = { kind: 'refunded', due: 'action', act: 'P573-34a' };

const confirm = {
  command: 'confirm_payment',
  roles: ['system'],
  guards: ['paidService', 'amountIsPrice'],
  rules: ['P573-32', 'P573-35c'],
} as const satisfies Partial<Edge>;
const first = {
  ...confirm,
  payment: { from: ['none', 'charged', 'pending', 'expired'], to: 'confirmed' },
} as const satisfies Partial<Edge>;
const anywhere = { from: stages, to: 'same', roles: ['system'], guards: [] } as const satisfies Partial<Edge>;

/** What the payments process reports. The e-payment system's word is the only truth (P573-32). */
export const moneyEdges: readonly Edge[] = [
  {
    id: 'charge',
    command: 'charge',
    from: ['submitted', 'suspended_unpaid'],
    to: 'same',
    payment: { from: ['none', 'expired'], to: 'charged' },
    roles: ['system'],
    when: ['newCharge'],
    guards: ['paidService', 'amountIsPrice'],
    does: [{ event: 'charged' }],
    rules: ['P573-6e', 'P573-31d'],
  },
  { ...anywhere, id: 'charge-again', command: 'charge', when: ['sameCharge'], does: [], rules: ['P573-31d'] },
  {
    ...anywhere,
    id: 'payment-pending',
    command: 'payment_pending',
    payment: { from: ['charged'], to: 'pending' },
    when: ['sameCharge'],
    does: [{ event: 'payment_pending' }],
    rules: ['P573-32'],
  },
  {
    ...anywhere,
    id: 'payment-pending-overtaken',
    command: 'payment_pending',
    when: ['notAwaitingPayer'],
    does: [],
    rules: ['P573-32'],
  },
  {
    ...anywhere,
    id: 'payment-expired',
    command: 'expire_payment',
    payment: { from: ['charged', 'pending'], to: 'expired' },
    when: ['sameCharge'],
    does: [{ event: 'payment_expired' }],
    rules: ['P573-32'],
  },
  {
    ...anywhere,
    id: 'payment-expired-overtaken',
    command: 'expire_payment',
    when: ['notAwaitingMoney'],
    does: [],
    rules: ['P573-32'],
  },
  {
    ...first,
    id: 'payment-confirmed',
    from: ['submitted'],
    to: 'same',
    does: [{ event: 'payment_confirmed', notices: [confirmed] }],
  },
  {
    ...first,
    id: 'payment-confirmed-starting',
    from: ['suspended_unpaid'],
    to: 'in_progress',
    when: ['readyToStart'],
    does: [
      { event: 'payment_confirmed', notices: [confirmed] },
      { event: 'resumed' },
      { event: 'started', opens: ['provision_end'] },
    ],
    rules: ['P573-29b', 'P573-32', 'P573-35a', 'P573-35c', 'P573-37', 'P573-40'],
  },
  {
    ...first,
    id: 'payment-confirmed-awaiting-appearance',
    from: ['suspended_unpaid'],
    to: 'accepted',
    when: ['awaitsAppearanceOnly'],
    does: [{ event: 'payment_confirmed', notices: [confirmed] }, { event: 'resumed' }],
    rules: ['P573-29c', 'P573-32', 'P573-35c', 'P573-40'],
  },
  {
    ...first,
    id: 'payment-confirmed-too-late',
    from: ['intake_refused', 'withdrawn'],
    to: 'same',
    payment: { ...first.payment, to: 'refund_due' },
    does: [
      { event: 'payment_confirmed', notices: [confirmed] },
      { event: 'refund_opened', notices: [moneyBack] },
    ],
  },
  {
    ...confirm,
    id: 'payment-confirmed-twice',
    from: stages,
    to: 'same',
    payment: { from: ['confirmed', 'refund_due', 'refunded'], to: 'same' },
    when: ['otherMoney'],
    does: [{ event: 'refund_opened', notices: [moneyBack] }],
  },
  {
    ...anywhere,
    id: 'payment-confirmed-again',
    command: 'confirm_payment',
    when: ['sameMoney'],
    does: [],
    rules: ['P573-32'],
  },
  {
    ...anywhere,
    id: 'refunded',
    command: 'refund',
    payment: { from: ['refund_due'], to: 'refunded' },
    when: ['refundOpen', 'sameCharge'],
    does: [{ event: 'refunded', notices: [returned] }],
    rules: ['P573-34a'],
  },
  {
    ...anywhere,
    id: 'refunded-other-charge',
    command: 'refund',
    when: ['refundOpen', 'otherCharge'],
    does: [{ event: 'refunded', notices: [returned] }],
    rules: ['P573-34a'],
  },
  {
    ...anywhere,
    id: 'refunded-again',
    command: 'refund',
    when: ['refundNotOpen'],
    guards: ['refundKnown'],
    does: [],
    rules: ['P573-34a'],
  },
];
