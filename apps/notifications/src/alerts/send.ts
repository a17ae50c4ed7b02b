import { instant } from '@kyzmat/clock';
import { ownWork, type Kit, type Owned, type OwnWork } from '@kyzmat/kit';
import type { WorkItem } from '@kyzmat/store';
import { NeverTaken, type Message, type Send } from '../channels/send.ts';
import { amend } from '../notices/amend.ts';
import { alertQueue, told, type AlertState, type AlertWork, type Recipient } from './alert.ts';

/** A limit does not wait: after these tries, about five minutes, the letter goes out instead. */
const eMessageTries = 9;
const triesAllowed = 30;

/** The queue that tells the staff: by e-message, and by e-mail when that does not get through. */
export function sendingAlerts(
  kit: Kit,
  alerts: () => Owned<AlertState>,
  channels: Readonly<Record<'emessage' | 'email', Send>>,
): OwnWork {
  return ownWork<AlertWork>(kit, alertQueue, async ({ alertId, staffId }, item) => {
    const { aggregates } = alerts();
    const alert = await aggregates.load(alertId);
    const recipient = alert?.state.to.find((each) => each.staffId === staffId);
    if (alert === undefined || recipient?.status !== 'pending') return;
    const outcome = await tell(recipient, messageOf(alert._id, alert.state, recipient), item);
    await amend(aggregates, alert, ({ state }) =>
      told(state, staffId, { ...outcome, at: instant(kit.clock) }),
    );
  });

  async function tell(
    { phone, email }: Recipient,
    message: Omit<Message, 'to'>,
    { attempts }: WorkItem<AlertWork>,
  ): Promise<Pick<Recipient, 'channel' | 'status' | 'externalId'>> {
    const byLetter = attempts > eMessageTries && email !== undefined;
    const channel = byLetter ? 'email' : 'emessage';
    try {
      const externalId = await channels[channel]({ ...message, to: byLetter ? email : phone });
      return { channel, status: 'handed_over', ...(externalId !== undefined && { externalId }) };
    } catch (error) {
      const final =
        attempts >= triesAllowed || (error instanceof NeverTaken && (byLetter || email === undefined));
      if (!final) throw error;
      return { channel, status: 'failed' };
    }
  }
}

function messageOf(
  alertId: string,
  { title, body }: AlertState,
  { staffId }: Recipient,
): Omit<Message, 'to'> {
  return { id: `${alertId}:${staffId}`, title, body, language: 'ky' };
}
