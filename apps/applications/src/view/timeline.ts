import type { Applications } from '@kyzmat/contracts';
import { clockTexts, eventTexts, isBreach, noticeTexts, outageTexts } from '@kyzmat/lifecycle';
import type { ApplicationEvent, ApplicationState, LegalClock } from '@kyzmat/lifecycle';
import { movedLimits } from '../clocks/moved.ts';

type Entry = Applications['TimelineEntry'];

/** What concerns only our own processes; broken limits are told from the clocks, which know what became of them. */
const unseen: readonly ApplicationEvent['type'][] = [
  'notice_handed_over',
  'payment_pending',
  'clock_reminded',
  'clock_breached',
];

/** The history in words, oldest first (P573-31c). `notes` adds what people wrote to each other. */
export function timeline(
  history: readonly ApplicationEvent[],
  { clocks }: Pick<ApplicationState, 'clocks'>,
  notes: boolean,
): Entry[] {
  const happened = history
    .filter(({ type }) => !unseen.includes(type))
    .filter((event) => reasonOf(event, clocks).moved?.length !== 0)
    .map((event) => {
      const note = notes ? noteOf(event) : undefined;
      return {
        at: event.at,
        type: event.type,
        text: eventTexts[event.type],
        role: event.actor.role,
        ...(note === undefined ? {} : { note }),
        ...reasonOf(event, clocks),
      };
    });
  return [...happened, ...clocks.filter(isBreach).map(broken)].toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

/** A limit that passed is said plainly, also when what was owed came later (P573-31c). */
function broken({ kind, notice, dueAt, breachedAt = dueAt }: LegalClock): Entry {
  const what = notice === undefined ? clockTexts[kind] : noticeTexts[notice.kind];
  const { ky, ru } = eventTexts.clock_breached;
  return {
    at: breachedAt,
    type: 'clock_breached',
    text: { ky: `${ky}: ${what.ky}`, ru: `${ru}: ${what.ru}` },
    role: 'system',
  };
}

/** Why a date moved, and why there is a delay (P573-42). */
function reasonOf(event: ApplicationEvent, clocks: readonly LegalClock[]): Pick<Entry, 'because' | 'moved'> {
  if (event.type === 'clocks_replanned') return movedLimits(clocks, event.facts);
  return event.type === 'outage_recorded' ? { because: outageTexts[event.facts.cause] } : {};
}

function noteOf({ type, facts }: ApplicationEvent): string | undefined {
  if (type === 'intake_refused' || type === 'provision_refused') return facts.refusal.reason;
  if (type === 'contacts_corrected') {
    const { phone, email, postal } = facts.contacts;
    return [phone, email, postal].filter((way) => way !== undefined).join('; ');
  }
  if (type === 'clarification_asked') return facts.question;
  if (type === 'clarification_answered') return facts.answer;
  return type === 'registered' ? facts.registrationNumber : undefined;
}
