import { instant } from '@kyzmat/clock';
import { ownWork, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import type { WorkItem } from '@kyzmat/store';
import { amend } from '../notices/amend.ts';
import { ended, queueOf, type NoticeState, type OutsideChannel, type SendWork } from '../notices/notice.ts';

/** A way out: hands a notice over, once for an id however often it is called. Throws to be tried later. */
export type Send = (message: Message) => Promise<void>;
export interface Message {
  /** The same for every try. */
  readonly id: string;
  readonly to: string;
  readonly title: { readonly ky: string; readonly ru: string };
  readonly body: { readonly ky: string; readonly ru: string };
  /** The language the person reads first. */
  readonly language: 'ky' | 'ru';
}

/** The channel will never take this: to try again would change nothing. */
export class NeverTaken extends Error {
  override readonly name = 'NeverTaken';
}

/** About a day with the usual waiting between tries; then the status is final, and the cabinet has the notice anyway. */
const triesAllowed = 300;

/** The queues that hand notices over to the channels outside, with retries and final statuses. */
export function sending(
  kit: Kit,
  notices: () => Owned<NoticeState>,
  channels: Readonly<Record<OutsideChannel, Send>>,
): readonly OwnWork[] {
  const queue = (channel: OutsideChannel): OwnWork =>
    ownWork<SendWork>(kit, queueOf[channel], ({ noticeId }, item) => deliver(channel, noticeId, item));

  async function deliver(channel: OutsideChannel, noticeId: string, item: WorkItem<SendWork>): Promise<void> {
    const { aggregates } = notices();
    const notice = await aggregates.load(noticeId);
    if (notice === undefined) throw new Error('The notice is not there');
    const { deliveries, title, body, language } = notice.state;
    const delivery = deliveries.find((each) => each.channel === channel);
    if (delivery?.status !== 'pending' || delivery.to === undefined) return;
    const message = { id: `${noticeId}:${channel}`, to: delivery.to, title, body, language };
    const status = await handOver(channels[channel], message, item.attempts >= triesAllowed);
    const outcome = { channel, status, attempts: item.attempts };
    await amend(aggregates, notice, ({ version, state }) =>
      ended(noticeId, version, state, outcome, instant(kit.clock)),
    );
  }

  return [queue('emessage'), queue('email')];
}

/** Throws what went wrong as long as another try makes sense. */
async function handOver(send: Send, message: Message, isLast: boolean): Promise<'handed_over' | 'failed'> {
  try {
    await send(message);
    return 'handed_over';
  } catch (error) {
    if (isLast || error instanceof NeverTaken) return 'failed';
    throw error;
  }
}
