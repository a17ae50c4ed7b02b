import { instant } from '@kyzmat/clock';
import type { Kit } from '@kyzmat/kit';
import { dueReminders, openClocks, type ApplicationEvent, type Command } from '@kyzmat/lifecycle';
import { StaleVersion, startTimers, type Aggregate, type Timers } from '@kyzmat/store';
import { systemActor } from '../acts/actor.ts';
import { decideAll } from '../acts/decide-all.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { StoredApplication, StoredState } from '../state/application.ts';
import { change } from '../state/change.ts';
import type { Applications } from '../state/store.ts';

/**
 * Records each legal limit that passes with nothing done, and gives the reminders before it. Legal time is the kit's
 * clock.
 */
export function startClocks(kit: Kit, { aggregates }: Applications, calendars: Calendars): Timers {
  const actor = systemActor(kit);

  async function look({ _id, version, state }: StoredApplication): Promise<void> {
    const now = instant(kit.clock);
    const passed = openClocks(state)
      .filter(({ breachedAt, dueAt }) => breachedAt === undefined && dueAt < now)
      .map(({ id }): Command => ({ type: 'breach_clock', clockId: id }));
    const reminders = dueReminders(state.clocks, now).map((due): Command => ({
      type: 'remind_clock',
      ...due,
    }));
    const context = { now, actor, calendar: await calendars.current(), provider: { blocked: false } };
    const events = decideAll(state, [...passed, ...reminders], context);
    if (events.length === 0) return;
    await aggregates.update(_id, version, change(state, events));
  }

  return startTimers<StoredState, ApplicationEvent>({
    collection: kit.store.collection<Aggregate<unknown>>('applications'),
    leases: kit.leases(),
    clock: kit.clock,
    log: kit.telemetry.log,
    async handle(batch) {
      for (const each of batch) await look(each).catch(unlessFaster);
    },
  });
}

/** Somebody acted in the same moment: the timer looks again at once. */
function unlessFaster(error: unknown): void {
  if (!(error instanceof StaleVersion)) throw error;
}
