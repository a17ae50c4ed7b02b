import { instant } from '@kyzmat/clock';
import { ownWork, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import type { Aggregate, WorkItem } from '@kyzmat/store';
import { amend } from '../notices/amend.ts';
import type { Asking } from '../notices/ask.ts';
import { queueOf, type OutsideChannel, type SendWork } from '../notices/delivery.ts';
import { delayed, ended, type NoticeState, type Outcome } from '../notices/notice.ts';

/**
 * A way out: hands a message over, once for an id however often it is called. Gives what the other system calls it, when
 * it says. Throws to be tried later.
 */
export type Send = (message: Message) => Promise<string | undefined>;
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

/** How long e-messages may be down before e-mail steps in, in legal time. */
const failoverAfterMs = 60 * 60_000;

interface SendingParts extends Pick<Asking, 'contactFor'> {
  readonly notices: () => Owned<NoticeState>;
  readonly channels: Readonly<Record<OutsideChannel, Send>>;
}

/** The queues that hand notices over to the channels outside, with retries, failover and final statuses. */
export function sending(kit: Kit, { notices, channels, contactFor }: SendingParts): readonly OwnWork[] {
  const queue = (channel: OutsideChannel): OwnWork =>
    ownWork<SendWork>(kit, queueOf[channel], ({ noticeId, number }, item) =>
      deliver(channel, noticeId, number, item),
    );

  async function deliver(
    channel: OutsideChannel,
    noticeId: string,
    number: number,
    item: WorkItem<SendWork>,
  ): Promise<void> {
    const { aggregates } = notices();
    const notice = await aggregates.load(noticeId);
    if (notice === undefined) throw new Error('The notice is not there');
    const { deliveries, title, body, language } = notice.state;
    const delivery = deliveries[number];
    if (delivery?.status !== 'pending' || delivery.to === undefined) return;
    // The same id for each delivery through a channel: one that came through after all is not sent twice.
    const message = { id: `${noticeId}:${channel}`, to: delivery.to, title, body, language };
    const sent = await handOver(channels[channel], message, item.attempts >= triesAllowed).catch(
      async (error: unknown) => {
        if (channel === 'emessage') await failOver(notice);
        throw error;
      },
    );
    const contact = sent.status === 'failed' ? await contactFor(noticeId, notice.state) : {};
    await amend(aggregates, notice, ({ version, state }) =>
      ended(
        noticeId,
        version,
        state,
        { number, attempts: item.attempts, ...sent },
        instant(kit.clock),
        contact,
      ),
    );
  }

  async function failOver(notice: Aggregate<NoticeState>): Promise<void> {
    const now = kit.clock.now();
    if (now.getTime() - Date.parse(notice.state.at) < failoverAfterMs) return;
    if (notice.state.deliveries.some(({ channel }) => channel === 'email')) return;
    const contact = await contactFor(notice._id, notice.state);
    await amend(notices().aggregates, notice, ({ state }) =>
      delayed(notice._id, state, contact, now.toISOString()),
    );
  }

  return [queue('emessage'), queue('email')];
}

type Sent = Pick<Outcome, 'status' | 'externalId' | 'reason'>;

/** Throws what went wrong as long as another try makes sense. */
async function handOver(send: Send, message: Message, isLast: boolean): Promise<Sent> {
  try {
    const externalId = await send(message);
    return { status: 'handed_over', ...(externalId !== undefined && { externalId }) };
  } catch (error) {
    if (error instanceof NeverTaken) return { status: 'failed', reason: 'refused' };
    if (isLast) return { status: 'failed', reason: 'given_up' };
    throw error;
  }
}
