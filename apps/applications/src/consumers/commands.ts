import { parseEvent, topics } from '@kyzmat/contracts';
import type { CloudEvent } from '@kyzmat/event-bus';
import type { Command } from '@kyzmat/lifecycle';
import { isOfDraft } from '../retention/draft-end.ts';

/** A command that an event of another process makes, for one application. */
export interface Told {
  readonly applicationId: string;
  readonly command: Command;
}

/** What an event means for an application; undefined when nothing. Throws TypeError for data that break the contract. */
export function toldBy(topic: string, event: CloudEvent): Told | undefined {
  if (topic === topics.payments) return payment(event);
  if (topic === topics.notices) return notice(event);
  return undefined;
}

/** P573-32: what the e-payment system has confirmed, as the payments process passes it on. */
function payment({ type, data }: CloudEvent): Told | undefined {
  const { applicationId, chargeId, amountTyiyn, at } = parseEvent('PaymentEvent', data);
  const command = ((): Command | undefined => {
    switch (type) {
      case 'payment.charged.v1':
        return { type: 'charge', chargeId, amountTyiyn };
      case 'payment.pending.v1':
        return { type: 'payment_pending', chargeId };
      case 'payment.confirmed.v1':
        return { type: 'confirm_payment', chargeId, amountTyiyn, paidAt: at };
      case 'payment.expired.v1':
        return { type: 'expire_payment', chargeId };
      case 'payment.refunded.v1':
        return { type: 'refund', chargeId };
      default:
        return undefined;
    }
  })();
  return command && { applicationId, command };
}

/** A channel has taken a notice: the debt is met when the last of the required ones has (P573-34a). */
function notice({ type, data }: CloudEvent): Told | undefined {
  if (type !== 'notice.handed-over.v1') return undefined;
  const { applicationId, noticeId, channel, at } = parseEvent('NoticeEvent', data);
  if (isOfDraft(noticeId)) return undefined;
  return { applicationId, command: { type: 'close_notice', noticeId, channel, at } };
}
