import type {
  ApplicationEvent,
  ApplicationState,
  ClockChange,
  Facts,
  Instant,
  LegalClock,
  Text,
} from './types.ts';

/**
 * The clocks after an event: changed, ended and opened ones. None is ever removed and a closed one never opens again,
 * so the record of what was owed stays whole.
 */
export function advanced(clocks: readonly LegalClock[], event: ApplicationEvent): readonly LegalClock[] {
  return [...clocks.map((clock) => ended(touched(clock, event), event)), ...event.opens];
}

/** A promised end that a new calendar moved. */
export function endMoved(
  state: ApplicationState,
  changes: readonly ClockChange[],
): Partial<ApplicationState> {
  const ends = state.clocks.filter((clock) => clock.kind === 'provision_end').map((clock) => clock.id);
  const change = changes.find(({ clockId }) => ends.includes(clockId));
  return change === undefined ? {} : { provisionEndsAt: change.to };
}

function touched(clock: LegalClock, event: ApplicationEvent): LegalClock {
  if (event.type === 'notice_handed_over') return handedOver(clock, event.facts);
  if (event.type === 'clock_breached' && clock.id === event.facts.clockId) {
    return { ...clock, breachedAt: event.facts.limit };
  }
  if (event.type === 'clock_reminded' && clock.id === event.facts.clockId) {
    return { ...clock, reminded: event.facts.step + 1 };
  }
  if (event.type === 'clocks_replanned') {
    const change = event.facts.changes.find(({ clockId }) => clockId === clock.id);
    return change === undefined ? clock : replanned(clock, change, event.facts.reason, event.at);
  }
  return clock;
}

function handedOver(clock: LegalClock, taken: Facts['notice_handed_over']): LegalClock {
  if (clock.id !== taken.noticeId || clock.notice === undefined) return clock;
  const entry = { channel: taken.channel, at: taken.handedOverAt };
  return { ...clock, notice: { ...clock.notice, handedOver: [...clock.notice.handedOver, entry] } };
}

function replanned(clock: LegalClock, change: ClockChange, reason: Text, at: Instant): LegalClock {
  const { from, to, loosest, calendarVersion, remindAt } = change;
  const reminders = remindAt && { remindAt };
  if (to === from) return { ...clock, ...reminders };
  return {
    ...clock,
    dueAt: to,
    loosest,
    calendarVersion,
    ...reminders,
    replanned: [...clock.replanned, { from, to, reason, at, calendarVersion: clock.calendarVersion }],
  };
}

/** An act that comes after the limit ends the clock and is itself the record of the breach. */
function ended(clock: LegalClock, event: ApplicationEvent): LegalClock {
  const closing = event.closes.find(({ clockId }) => clockId === clock.id);
  if (closing === undefined) return clock;
  const { outcome, at } = closing;
  const breach = outcome === 'late' ? { breachedAt: clock.breachedAt ?? clock.dueAt } : {};
  return { ...clock, ...breach, closedAt: at, closedBy: event.id, outcome };
}
