import { reminderRules, type StaffRole } from './reminders.ts';
import type {
  ApplicationEvent,
  ApplicationState,
  ClockKind,
  EventOf,
  Instant,
  LegalClock,
  NoticeKind,
} from './types.ts';

/** A word to the provider's staff or to the operator. Its id makes it once. */
export interface StaffAlert {
  /** `<clockId>:reminder:<step>`, `<clockId>:breach` or `<eventId>:contacts_corrected`. */
  readonly alertId: string;
  readonly kind: 'reminder' | 'breach' | 'contacts_corrected';
  /** Of the limit it is about, as is `dueAt`. */
  readonly clockKind?: ClockKind;
  /** Of which notice, when the clock is one. */
  readonly noticeKind?: NoticeKind;
  readonly ruleId: string;
  readonly dueAt?: Instant;
  readonly to: readonly StaffRole[];
}

/**
 * Whom an event is to be told besides the user: reminders of a limit that comes, each limit that was broken, once: by the
 * timer that saw it pass, or else by the act that came too late; and the executor in charge, that the user is reached in
 * another way now (P573-14e).
 */
export function alertsOf(
  before: ApplicationState | undefined,
  event: ApplicationEvent,
): readonly StaffAlert[] {
  const clockOf = (id: string): LegalClock | undefined => before?.clocks.find((clock) => clock.id === id);
  if (event.type === 'clock_reminded') {
    const clock = clockOf(event.facts.clockId);
    const to = clock && reminderRules[clock.kind][event.facts.step]?.to;
    return clock === undefined || to === undefined
      ? []
      : [alert(clock, 'reminder', `:${event.facts.step}`, to)];
  }
  if (event.type === 'contacts_corrected') return before?.executorId === undefined ? [] : [corrected(event)];
  const passed = event.type === 'clock_breached' ? [event.facts.clockId] : [];
  const late = event.closes.filter(({ outcome }) => outcome === 'late').map(({ clockId }) => clockId);
  return [...passed, ...late]
    .flatMap((id) => clockOf(id) ?? [])
    .filter(({ breachedAt }) => breachedAt === undefined)
    .map((clock) => alert(clock, 'breach', '', toldOfBreach(clock)));
}

/** A notice that did not go out is the portal's own fault: only the operator can mend it. */
function toldOfBreach({ responsible }: LegalClock): readonly StaffRole[] {
  return responsible === 'provider' ? ['executor', 'provider_head', 'operator'] : ['operator'];
}

function corrected({ id, type }: EventOf<'contacts_corrected'>): StaffAlert {
  return { alertId: `${id}:${type}`, kind: type, ruleId: 'P573-14e', to: ['executor'] };
}

function alert(
  clock: LegalClock,
  kind: 'reminder' | 'breach',
  step: string,
  to: readonly StaffRole[],
): StaffAlert {
  return {
    alertId: `${clock.id}:${kind}${step}`,
    kind,
    clockKind: clock.kind,
    ...(clock.notice && { noticeKind: clock.notice.kind }),
    ruleId: clock.ruleId,
    dueAt: clock.dueAt,
    to,
  };
}
