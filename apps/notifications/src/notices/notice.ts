import type { Applications, EventData, Identity, Notifications } from '@kyzmat/contracts';
import type { NewAggregate, Next, StoredEvent, WorkRequest } from '@kyzmat/store';
import { writeNotice } from '../texts/write-notice.ts';

export type Channel = Notifications['Notice']['deliveries'][number]['channel'];
export type OutsideChannel = Exclude<Channel, 'cabinet'>;
export type Delivery = Notifications['Notice']['deliveries'][number] & { readonly to?: string };

/** A notice with the fate of each channel. Its id is the id of the debt it pays, so it exists once. */
export interface NoticeState extends Omit<Notifications['Notice'], 'id' | 'deliveries'> {
  readonly applicationId: string;
  readonly recipientId: string;
  readonly language: 'ky' | 'ru';
  readonly deliveries: readonly Delivery[];
}

/** Work owed to the channels outside, by queue. */
export const queueOf: Readonly<Record<OutsideChannel, string>> = {
  emessage: 'send-e-message',
  email: 'send-e-mail',
};
export interface SendWork {
  readonly noticeId: string;
}

/**
 * A new notice. The cabinet has it by this very write (P573-41c); the e-message system is owed it where the law says
 * so (P573-34a); e-mail is added for who gave an address and wants it. A channel that must take it and cannot, for want
 * of an address, has failed: the debt stays open where everybody sees it.
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
  };
  const id = facts.noticeId;
  const failed = outside.filter(({ status }) => status === 'failed');
  const owed = outside.filter(({ status }) => status === 'pending');
  return {
    _id: id,
    state,
    pending: [
      news(id, 1, state, 'cabinet', 'notice.handed-over.v1', at),
      ...failed.map(({ channel }) => news(id, 1, state, channel, 'notice.failed.v1', at)),
    ],
    todo: owed.map(({ channel }): WorkRequest<SendWork> => {
      return { queue: queueOf[channel], id: `${id}:${channel}`, time: at, payload: { noticeId: id } };
    }),
  };
}

const outsideChannels: readonly OutsideChannel[] = ['emessage', 'email'];
type OutsideDelivery = Delivery & { readonly channel: OutsideChannel };

function outsideDeliveries(
  { channels }: Applications['NoticeFacts'],
  contact: Identity['Contact'],
  at: string,
): readonly OutsideDelivery[] {
  const addresses = { emessage: contact.emessageAddress, email: contact.email };
  return outsideChannels.flatMap((channel): OutsideDelivery[] => {
    const to = addresses[channel];
    const required = channels.required.includes(channel);
    const wished = channels.extra.includes(channel) && contact.channels.includes(channel);
    if (to !== undefined && (required || wished)) return [{ channel, status: 'pending', attempts: 0, to }];
    return required ? [{ channel, status: 'failed', attempts: 0, at }] : [];
  });
}

/** How sending through a channel ended. Undefined when its status is final already: a final status never changes. */
export function ended(
  id: string,
  version: number,
  state: NoticeState,
  outcome: {
    readonly channel: OutsideChannel;
    readonly status: 'handed_over' | 'failed';
    readonly attempts: number;
  },
  at: string,
): Next<NoticeState> | undefined {
  const { channel, status, attempts } = outcome;
  if (state.deliveries.find((delivery) => delivery.channel === channel)?.status !== 'pending')
    return undefined;
  const deliveries = state.deliveries.map((delivery) =>
    delivery.channel === channel ? { ...delivery, status, attempts, at } : delivery,
  );
  const next = { ...state, deliveries };
  const type = status === 'failed' ? 'notice.failed.v1' : 'notice.handed-over.v1';
  return { state: next, pending: [news(id, version + 1, next, channel, type, at)] };
}

/** The person has seen it; the first time counts. */
export function opened(state: NoticeState, at: string): Next<NoticeState> | undefined {
  return state.openedAt === undefined ? { state: { ...state, openedAt: at } } : undefined;
}

/** What the person sees: addresses of channels are not repeated. */
export function view(id: string, state: NoticeState): Notifications['Notice'] {
  const { recipientId, language, deliveries, ...shown } = state;
  return { id, ...shown, deliveries: deliveries.map(({ to, ...delivery }) => delivery) };
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
