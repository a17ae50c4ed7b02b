import { instant } from '@kyzmat/clock';
import { ownWork, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import { StaleVersion, type WorkItem } from '@kyzmat/store';
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
    const notice = await notices().aggregates.load(noticeId);
    if (notice === undefined) throw new Error('The notice is not there');
    const { state } = notice;
    const delivery = state.deliveries.find((each) => each.channel === channel);
    if (delivery?.status !== 'pending' || delivery.to === undefined) return;
    try {
      const { title, body, language } = state;
      await channels[channel]({ id: `${noticeId}:${channel}`, to: delivery.to, title, body, language });
    } catch (error) {
      if (item.attempts < triesAllowed) throw error;
      await record(noticeId, { channel, status: 'failed', attempts: item.attempts });
      return;
    }
    await record(noticeId, { channel, status: 'handed_over', attempts: item.attempts });
  }

  async function record(noticeId: string, outcome: Parameters<typeof ended>[3]): Promise<void> {
    const { aggregates } = notices();
    for (;;) {
      const notice = await aggregates.load(noticeId);
      const next = notice && ended(noticeId, notice.version, notice.state, outcome, instant(kit.clock));
      if (notice === undefined || next === undefined) return;
      try {
        await aggregates.update(noticeId, notice.version, next);
        return;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
  }

  return [queue('emessage'), queue('email')];
}
