import type { Applications, EventData, Identity, Notifications } from '@kyzmat/contracts';
import type { NewAggregate, Next, StoredEvent } from '@kyzmat/store';
import { writeNotice } from '../texts/write-notice.ts';
import {
  outsideDeliveries,
  owedWork,
  stepIn,
  type Channel,
  type Delivery,
  type FailureReason,
} from './delivery.ts';

/** A notice with the fate of each channel. Its id is the id of the debt it pays, so it exists once. */
export interface NoticeState extends Omit<Notifications['Notice'], 'id' | 'deliveries'> {
  readonly applicationId: string;
  readonly recipientId: string;
  readonly language: 'ky' | 'ru';
  readonly deliveries: readonly Delivery[];
  /** When a delivery last failed for good: what the operator's list is sorted by. */
  readonly failedAt?: string;
}

/**
 * A new notice. The cabinet has it by this very write (P573-41c); the e-message system is owed it where the law says
 * so (P573-34a); e-mail is added for who gave an address and wants it. A channel that must take it and cannot, for want
 * of an address, has failed: the debt stays open where everybody sees it, and e-mail steps in if there is any.
 */
export function newNotice(
  facts: Applications['NoticeFacts'],
  contact: Identity['Contact'],
  at: string,
): NewAggregate<NoticeState> {
  const outside = outsideDeliveries(facts, contact, at);
  const state: NoticeState = {
    kind: facts.kind,
    ruleId: facts.ruleId,
    applicationId: facts.applicationId,
    reference: facts.reference,
    recipientId: facts.recipientId,
    language: contact.language,
    ...writeNotice(facts),
    at,
    dueAt: facts.dueAt,
    deliveries: [{ channel: 'cabinet', status: 'handed_over', at, attempts: 1 }, ...outside],
    ...(outside.some(({ status }) => status === 'failed') && { failedAt: at }),
  };
  const id = facts.noticeId;
  const failed = outside.filter(({ status }) => status === 'failed');
  return {
    _id: id,
    state,
    pending: [
      news(id, 1, state, 'cabinet', 'notice.handed-over.v1', at),
      ...failed.map(({ channel }) => news(id, 1, state, channel, 'notice.failed.v1', at)),
    ],
    todo: owedWork(id, state.deliveries, 0, at),
  };
}

/** What came of a delivery. */
export interface Outcome {
  readonly number: number;
  readonly status: 'handed_over' | 'failed';
  readonly attempts: number;
  /** What the other system calls it. */
  readonly externalId?: string;
  readonly reason?: FailureReason;
}

/**
 * How a delivery ended. Undefined when its status is final already: a final status never changes. An e-message that
 * failed for good lets e-mail step in, when `contact` has an address.
 */
export function ended(
  id: string,
  version: number,
  state: NoticeState,
  { number, ...outcome }: Outcome,
  at: string,
  contact: Pick<Identity['Contact'], 'email'> = {},
): Next<NoticeState> | undefined {
  const delivery = state.deliveries[number];
  if (delivery?.status !== 'pending') return undefined;
  const failed = outcome.status === 'failed';
  const instead = failed && delivery.channel === 'emessage' ? stepIn(state.deliveries, contact) : [];
  const deliveries = [...state.deliveries.with(number, { ...delivery, ...outcome, at }), ...instead];
  const next = { ...state, deliveries, ...(failed && { failedAt: at }) };
  const type = failed ? 'notice.failed.v1' : 'notice.handed-over.v1';
  return {
    state: next,
    pending: [news(id, version + 1, next, delivery.channel, type, at)],
    todo: owedWork(id, deliveries, state.deliveries.length, at),
  };
}

/** The e-message system has taken nothing for long: e-mail steps in, and e-messages are tried on. */
export function delayed(
  id: string,
  state: NoticeState,
  contact: Pick<Identity['Contact'], 'email'>,
  at: string,
): Next<NoticeState> | undefined {
  const instead = stepIn(state.deliveries, contact);
  if (instead.length === 0) return undefined;
  const deliveries = [...state.deliveries, ...instead];
  return { state: { ...state, deliveries }, todo: owedWork(id, deliveries, state.deliveries.length, at) };
}

/** A failed delivery is tried again by the address as it is now; undefined when it has been already, or did not fail. */
export function triedAgain(
  id: string,
  state: NoticeState,
  number: number,
  to: string,
  at: string,
): Next<NoticeState> | undefined {
  const failed = state.deliveries[number];
  if (failed?.status !== 'failed' || isTriedAgain(state, number)) return undefined;
  const again: Delivery = { channel: failed.channel, status: 'pending', attempts: 0, to, again: number };
  const deliveries = [...state.deliveries, again];
  return { state: { ...state, deliveries }, todo: owedWork(id, deliveries, state.deliveries.length, at) };
}

export function isTriedAgain({ deliveries }: NoticeState, number: number): boolean {
  return deliveries.some(({ again }) => again === number);
}

/** The person has seen it; the first time counts. */
export function opened(state: NoticeState, at: string): Next<NoticeState> | undefined {
  return state.openedAt === undefined ? { state: { ...state, openedAt: at } } : undefined;
}

/** What the person sees: addresses of channels are not repeated. */
export function view(id: string, state: NoticeState): Notifications['Notice'] {
  const { recipientId, language, failedAt, deliveries, ...shown } = state;
  return { id, ...shown, deliveries: deliveries.map(({ to, reason, ...delivery }) => delivery) };
}

function news(
  noticeId: string,
  version: number,
  { applicationId }: NoticeState,
  channel: Channel,
  type: string,
  at: string,
): StoredEvent<EventData['NoticeEvent']> {
  return {
    id: `${noticeId}:${version}:${channel}`,
    type,
    time: at,
    data: { noticeId, applicationId, channel, at },
  };
}
