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

function noteOf(event: ApplicationEvent): string | undefined {
  switch (event.type) {
    case 'intake_refused':
    case 'provision_refused':
      return event.facts.refusal.reason;
    case 'clarification_asked':
      return event.facts.question;
    case 'clarification_answered':
      return event.facts.answer;
    case 'registered':
      return event.facts.registrationNumber;
    default:
      return undefined;
  }
}
