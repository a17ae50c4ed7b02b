import type { Applications } from '@kyzmat/contracts';
import { eventTexts, type ApplicationEvent } from '@kyzmat/lifecycle';

/** What concerns only our own processes. */
const unseen: readonly ApplicationEvent['type'][] = ['notice_handed_over', 'payment_pending'];

/** The history in words, oldest first (P573-31c). `notes` adds what people wrote to each other. */
export function timeline(
  history: readonly ApplicationEvent[],
  notes: boolean,
): Applications['TimelineEntry'][] {
  return history
    .filter(({ type }) => !unseen.includes(type))
    .map((event) => {
      const note = notes ? noteOf(event) : undefined;
      return {
        at: event.at,
        type: event.type,
        text: eventTexts[event.type],
        role: event.actor.role,
        ...(note === undefined ? {} : { note }),
      };
    });
}

function noteOf({ type, facts }: ApplicationEvent): string | undefined {
  if (type === 'intake_refused' || type === 'provision_refused') return facts.refusal.reason;
  if (type === 'clarification_asked') return facts.question;
  if (type === 'clarification_answered') return facts.answer;
  return type === 'registered' ? facts.registrationNumber : undefined;
}
