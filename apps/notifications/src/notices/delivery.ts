import type { Applications, Identity, Notifications } from '@kyzmat/contracts';
import type { WorkRequest } from '@kyzmat/store';

export type Channel = Notifications['Notice']['deliveries'][number]['channel'];
export type OutsideChannel = Exclude<Channel, 'cabinet'>;
/** Why a delivery failed for good. */
export type FailureReason = NonNullable<Notifications['FailedDelivery']['reason']>;
/**
 * The fate of one try to reach somebody through a channel. `handed_over`, `delivered` and `failed` are final: what is
 * tried again, or through another channel instead, is a delivery of its own behind it.
 */
export type Delivery = Notifications['Notice']['deliveries'][number] & {
  readonly to?: string;
  readonly reason?: FailureReason;
};

/** Work owed to the channels outside, by queue. */
export const queueOf: Readonly<Record<OutsideChannel, string>> = {
  emessage: 'send-e-message',
  email: 'send-e-mail',
};
export interface SendWork {
  readonly noticeId: string;
  /** Which of the notice's deliveries. */
  readonly number: number;
}

const outsideChannels: readonly OutsideChannel[] = ['emessage', 'email'];
type OutsideDelivery = Delivery & { readonly channel: OutsideChannel };

/** Where a notice goes beside the cabinet, by the law and by what the person wished. */
export function outsideDeliveries(
  { channels }: Applications['NoticeFacts'],
  contact: Identity['Contact'],
  at: string,
): readonly OutsideDelivery[] {
  const addresses = { emessage: contact.phone ?? contact.emessageAddress, email: contact.email };
  const owed = outsideChannels.flatMap((channel): OutsideDelivery[] => {
    const to = addresses[channel];
    const required = channels.required.includes(channel);
    const wished = channels.extra.includes(channel) && contact.channels.includes(channel);
    if (to !== undefined && (required || wished)) return [{ channel, status: 'pending', attempts: 0, to }];
    return required ? [{ channel, status: 'failed', attempts: 0, at, reason: 'no_address' }] : [];
  });
  const instead = owed.some(({ status }) => status === 'failed') ? stepIn(owed, contact) : [];
  return [...owed, ...instead];
}

/** E-mail in the place of the e-message system, when there is an address and nothing goes there anyway. */
export function stepIn(
  deliveries: readonly Delivery[],
  { email }: Pick<Identity['Contact'], 'email'>,
): OutsideDelivery[] {
  if (email === undefined || deliveries.some(({ channel }) => channel === 'email')) return [];
  return [{ channel: 'email', status: 'pending', attempts: 0, to: email, insteadOf: 'emessage' }];
}

/** The work of the deliveries from `first` on. */
export function owedWork(
  id: string,
  deliveries: readonly Delivery[],
  first: number,
  at: string,
): WorkRequest<SendWork>[] {
  return deliveries.flatMap(({ channel, status }, number) =>
    number < first || channel === 'cabinet' || status !== 'pending'
      ? []
      : [{ queue: queueOf[channel], id: `${id}:${number}`, time: at, payload: { noticeId: id, number } }],
  );
}
