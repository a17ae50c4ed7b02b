import { createHash } from 'node:crypto';
import type { EventData, Payments } from '@kyzmat/contracts';
import type { NewAggregate, Next, StoredEvent, WorkRequest } from '@kyzmat/store';

/** What a charge knows; one charge an application. Amounts in tyiyn, instants in UTC. */
export interface ChargeState extends Omit<Payments['Charge'], 'id' | 'payerId'> {
  readonly payerId: string;
  readonly serviceCode: string;
  readonly serviceVersion: number;
  /** Where the payer pays; known once the e-payment system has the charge. */
  readonly payUrl?: string;
  /** When the payer paid, as the e-payment system says; `confirmedAt` is when we learnt it, which the law counts from. */
  readonly paidAt?: string;
  /** Messages of the e-payment system already taken into account. */
  readonly messages: readonly string[];
  /** Each time the e-payment system would not give the money back; kept for good. */
  readonly refundRefusals?: readonly RefundRefusal[];
}

interface RefundRefusal {
  readonly at: string;
  /** In the words of the e-payment system. */
  readonly reason: string;
  /** Who asked again, and when; absent while it waits for a person. */
  readonly again?: { readonly by: string; readonly at: string };
}

/** Work owed to the e-payment system. */
export const queues = { register: 'register-charge', refund: 'refund-charge' } as const;
export interface ChargeWork {
  readonly chargeId: string;
}

/** P573-31d: the unique identifier of the charge, twenty digits. One application always gives the same one. */
export function chargeIdOf(applicationId: string): string {
  const digest = createHash('sha256').update(`charge:${applicationId}`).digest();
  return (digest.readBigUInt64BE(0) % 10n ** 19n).toString().padStart(20, '0');
}

/** A new charge, the news of it, and the call to the e-payment system it owes: one write. */
export function newCharge(
  application: EventData['ApplicationEvent'],
  split: ChargeState['split'],
  at: string,
): NewAggregate<ChargeState> {
  const id = chargeIdOf(application.applicationId);
  const state: ChargeState = {
    applicationId: application.applicationId,
    reference: application.reference,
    payerId: application.ownerId,
    serviceCode: application.serviceCode,
    serviceVersion: application.serviceVersion,
    amountTyiyn: application.priceTyiyn,
    split,
    state: 'charged',
    createdAt: at,
    messages: [],
  };
  return {
    _id: id,
    state,
    pending: [news(id, 1, state, 'payment.charged.v1', at)],
    todo: [owed(queues.register, id, at)],
  };
}

/** The payer went to pay. */
export function pending(id: string, version: number, state: ChargeState, at: string): Next<ChargeState> {
  const next: ChargeState = { ...state, state: 'pending' };
  return { state: next, pending: [news(id, version + 1, next, 'payment.pending.v1', at)] };
}

/** What the e-payment system says; the only source of the fact of payment (P573-32). */
export interface EPaymentMessage {
  readonly messageId: string;
  readonly state: 'paid' | 'failed' | 'refunded';
  readonly amountTyiyn: number;
  readonly at: string;
  readonly confirmationId?: string;
}

/**
 * Takes a message of the e-payment system into account. P573-29b counts from when it was received. Undefined when it changes nothing: a message that came twice,
 * or one that is overtaken by what is known already.
 */
export function told(
  id: string,
  version: number,
  state: ChargeState,
  message: EPaymentMessage,
  receivedAt: string,
): Next<ChargeState> | undefined {
  if (state.messages.includes(message.messageId)) return undefined;
  const messages = [...state.messages, message.messageId].slice(-50);
  const open = state.state === 'charged' || state.state === 'pending' || state.state === 'expired';
  if (message.state === 'paid' && open) {
    const next: ChargeState = {
      ...state,
      messages,
      state: 'confirmed',
      confirmedAt: receivedAt,
      paidAt: message.at,
      confirmationId: message.confirmationId ?? message.messageId,
    };
    return { state: next, pending: [news(id, version + 1, next, 'payment.confirmed.v1', receivedAt)] };
  }
  if (message.state === 'refunded' && state.state === 'refund_due') {
    const next: ChargeState = { ...state, messages, state: 'refunded' };
    return { state: next, pending: [news(id, version + 1, next, 'payment.refunded.v1', receivedAt)] };
  }
  // A declined payment leaves the charge open: the payer may try again, and no money was taken.
  if (message.state === 'failed' && state.state === 'pending')
    return { state: { ...state, messages, state: 'charged' } };
  return undefined;
}

/** The application owes the money back. Undefined when there is nothing to give back. */
export function refundDue(id: string, state: ChargeState, at: string): Next<ChargeState> | undefined {
  if (state.state !== 'confirmed') return undefined;
  return { state: { ...state, state: 'refund_due' }, todo: [owed(queues.refund, id, at)] };
}

/** The e-payment system will not give the money back: it waits for a person. Undefined when nothing is owed. */
export function refundRefused(state: ChargeState, reason: string, at: string): Next<ChargeState> | undefined {
  if (state.state !== 'refund_due') return undefined;
  return { state: { ...state, refundRefusals: [...(state.refundRefusals ?? []), { at, reason }] } };
}

/** The refusal that waits for a person, if one does. */
export function openRefusal({ state, refundRefusals }: ChargeState): RefundRefusal | undefined {
  const last = refundRefusals?.at(-1);
  return state === 'refund_due' && last?.again === undefined ? last : undefined;
}

/** Somebody has cleared it up: the e-payment system is asked once more. Undefined when no refusal waits. */
export function refundAgain(
  id: string,
  state: ChargeState,
  by: string,
  at: string,
): Next<ChargeState> | undefined {
  const refusal = openRefusal(state);
  if (refusal === undefined) return undefined;
  const refundRefusals = [...(state.refundRefusals ?? []).slice(0, -1), { ...refusal, again: { by, at } }];
  const todo = [owed(queues.refund, id, at, refundRefusals.length)];
  return { state: { ...state, refundRefusals }, todo };
}

/** No money has moved: nothing has to be accounted for, so it goes with the application (P573-49). */
export function isUnpaid({ state, paidAt }: ChargeState): boolean {
  return paidAt === undefined && (state === 'charged' || state === 'pending' || state === 'expired');
}

export function view(id: string, charge: ChargeState): Payments['Charge'] {
  const { messages, payUrl, paidAt, serviceCode, serviceVersion, refundRefusals, ...shown } = charge;
  return { id, ...shown };
}

function owed(queue: string, chargeId: string, time: string, again = 0): WorkRequest<ChargeWork> {
  const id = again === 0 ? `${chargeId}:${queue}` : `${chargeId}:${queue}:${again}`;
  return { queue, id, time, payload: { chargeId } };
}

function news(
  chargeId: string,
  version: number,
  { applicationId, amountTyiyn, state }: ChargeState,
  type: string,
  at: string,
): StoredEvent<EventData['PaymentEvent']> {
  return {
    id: `${chargeId}:${version}:0`,
    type,
    time: at,
    data: { chargeId, applicationId, amountTyiyn, state, at },
  };
}
