import { commandAs, type Given } from './given.ts';
import type { ApplicationState, LegalClock, PaymentState } from './types.ts';

/**
 * What tells apart the edges of one command. Each set used together covers every case, so that a command is refused
 * by a guard with a reason, never by a gap.
 */
export const conditions = {
  readyToStart: ({ outlook }) => outlook().awaits.length === 0,
  awaitsPayment: ({ outlook }) => outlook().awaits.includes('payment'),
  awaitsAppearanceOnly: ({ outlook }) => outlook().awaits.join() === 'appearance',

  executorChanges: (given) => !sameExecutor(given),
  executorStays: (given) => sameExecutor(given),

  contactsChange: (given) => !sameContacts(given),
  contactsStay: (given) => sameContacts(given),

  returnsMoney: ({ state }) => returnsMoney(state),
  keepsMoney: ({ state }) => !returnsMoney(state),

  newCharge: (given) => !sameCharge(given),
  sameCharge: (given) => sameCharge(given),
  otherCharge: (given) => !sameCharge(given),
  notAwaitingPayer: (given) => !(sameCharge(given) && given.state.payment === 'charged'),
  notAwaitingMoney: (given) => !(sameCharge(given) && waitsForMoney(given.state.payment)),
  sameMoney: (given) => sameMoney(given),
  otherMoney: (given) => !sameMoney(given),
  refundOpen: (given) => refundOpen(given),
  refundNotOpen: (given) => !refundOpen(given),

  lastChannel: (given) => !channelDone(given) && isLastChannel(given),
  oneOfChannels: (given) => !channelDone(given) && !isLastChannel(given),
  channelDone: (given) => channelDone(given),
  clockRunning: (given) => isRunning(namedClock(given)),
  clockNotRunning: (given) => !isRunning(namedClock(given)),

  reminderNew: (given) => isReminderNew(given),
  reminderOver: (given) => !isReminderNew(given),

  promiseMoves: (given) => promiseMoves(given),
  promisesStay: (given) => !promiseMoves(given),
  limitsMove: ({ changes }) => changes().length > 0,
  limitsStay: ({ changes }) => changes().length === 0,
} satisfies Record<string, (given: Given) => boolean>;

export type ConditionName = keyof typeof conditions;

/** Money has come in, whatever became of it. */
export function isSettled(payment: PaymentState): boolean {
  return payment === 'confirmed' || payment === 'refund_due' || payment === 'refunded';
}

/** The clock that a command about clocks or notices names. */
export function namedClock({ state, command }: Given): LegalClock | undefined {
  const named = commandAs(command, 'close_notice', 'breach_clock', 'remind_clock');
  const id = named.type === 'close_notice' ? named.noticeId : named.clockId;
  return state.clocks.find((clock) => clock.id === id);
}

function isRunning(clock: LegalClock | undefined): boolean {
  return clock !== undefined && clock.closedAt === undefined && clock.breachedAt === undefined;
}

function isReminderNew(given: Given): boolean {
  const clock = namedClock(given);
  return isRunning(clock) && commandAs(given.command, 'remind_clock').step >= (clock?.reminded ?? 0);
}

function sameContacts({ state, command }: Given): boolean {
  const { contacts } = commandAs(command, 'correct_contacts');
  return (['phone', 'email', 'postal'] as const).every((way) => contacts[way] === state.contacts?.[way]);
}

function sameExecutor({ state, command }: Given): boolean {
  return state.executorId === commandAs(command, 'designate_executor').executorId;
}

/**
 * Whether money goes back when the application ends now without a service. Before work began it always does; after that
 * the service's own rule says. The law is silent on both.
 */
export function returnsMoney({ payment, startedAt, terms }: ApplicationState): boolean {
  return payment === 'confirmed' && (startedAt === undefined || terms.refundOnProvisionRefusal);
}

function chargeId({ command }: Given): string {
  return commandAs(command, 'charge', 'payment_pending', 'confirm_payment', 'expire_payment', 'refund')
    .chargeId;
}

function sameCharge(given: Given): boolean {
  return given.state.chargeId === chargeId(given);
}

function waitsForMoney(payment: PaymentState): boolean {
  return payment === 'charged' || payment === 'pending';
}

function sameMoney(given: Given): boolean {
  const { payment, refunds } = given.state;
  return (
    (sameCharge(given) && isSettled(payment)) || refunds.some((refund) => refund.chargeId === chargeId(given))
  );
}

function refundOpen(given: Given): boolean {
  return given.state.refunds.some(
    (refund) => refund.chargeId === chargeId(given) && refund.refundedAt === undefined,
  );
}

function channelDone(given: Given): boolean {
  const { channel } = commandAs(given.command, 'close_notice');
  const notice = namedClock(given)?.notice;
  return notice === undefined || notice.handedOver.some((done) => done.channel === channel);
}

function isLastChannel(given: Given): boolean {
  const { channel } = commandAs(given.command, 'close_notice');
  const clock = namedClock(given);
  if (clock?.notice === undefined || clock.closedAt !== undefined) return false;
  const done = new Set([channel, ...clock.notice.handedOver.map((one) => one.channel)]);
  return clock.notice.required.every((one) => done.has(one));
}

/** A limit of the provider is a date the user was shown; those of our own notices are not. */
function promiseMoves({ state, changes }: Given): boolean {
  return changes().some(
    ({ clockId, from, to }) =>
      from !== to && state.clocks.some((clock) => clock.id === clockId && clock.responsible === 'provider'),
  );
}
