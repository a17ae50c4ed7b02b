import type { Applications } from '@kyzmat/contracts';
import { explain, type ApplicationState, type LegalClock } from '@kyzmat/lifecycle';
import type { Calendars } from '../calendars/calendars.ts';

/** The clocks of an application, each with the way its limit was counted, by the calendar it was counted by. */
export async function clockViews(
  state: ApplicationState,
  clocks: readonly LegalClock[],
  calendars: Calendars,
): Promise<Applications['ClockView'][]> {
  return Promise.all(
    clocks.map(async (clock) => {
      const calendar = await calendars.version(clock.calendarVersion);
      const { id, kind, ruleId, openedAt, dueAt, responsible, closedAt, breachedAt, outcome, replanned } =
        clock;
      return {
        id,
        kind,
        ruleId,
        openedAt,
        dueAt,
        responsible,
        why: explain(clock, state.terms, calendar).steps.map((step) => ({ ...step })),
        ...(clock.notice && { noticeKind: clock.notice.kind }),
        ...(replanned.length > 0 && { replanned: replanned.map((each) => ({ ...each })) }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(closedAt === undefined ? {} : { closedAt }),
        ...(breachedAt === undefined ? {} : { breachedAt }),
      };
    }),
  );
}
