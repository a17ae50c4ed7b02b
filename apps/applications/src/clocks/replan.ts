import { ownWork, type Kit, type OwnWorkOf } from '@kyzmat/kit';
import { openClocks, type ApplicationState } from '@kyzmat/lifecycle';
import type { Calendar } from '@kyzmat/working-time';
import { systemActor } from '../acts/actor.ts';
import type { CarryOut } from '../acts/carry-out.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { StoredApplication } from '../state/application.ts';
import type { Applications } from '../state/store.ts';
import { whatChanged } from './what-changed.ts';

export interface Replan {
  /** The calendar that was published. */
  readonly version: string;
}

/**
 * A new calendar moves the limits that still run, one application after the other; each records the old date, the new
 * one and the reason. Doing it again changes nothing, so a crash half way is harmless.
 */
export function replanWork(
  kit: Kit,
  calendars: Calendars,
  parts: () => { readonly applications: Applications; readonly carryOut: CarryOut },
): OwnWorkOf<Replan> {
  return ownWork<Replan>(
    kit,
    'replan-clocks',
    async ({ version }) => {
      const { applications, carryOut } = parts();
      calendars.forget();
      const fresh = await calendars.version(version);
      const shards = Array.from({ length: 64 }, (_, shard) => shard);
      const running = applications.documents
        .find({ shard: { $in: shards }, nextDueAt: { $exists: true } })
        .project<Pick<StoredApplication, '_id' | 'state'>>({ state: 1 });
      for await (const { _id, state } of running) {
        const reason = whatChanged(await countedBy(state, calendars, fresh), fresh);
        const command = { type: 'replan_clocks', reason } as const;
        await carryOut({ applicationId: _id, command, actor: systemActor(kit) });
      }
    },
    // A million applications take their time; a second run meanwhile would do no harm, only work.
    { concurrency: 1, leaseMs: 30 * 60_000 },
  );
}

/** The calendars that the open limits were counted by. */
async function countedBy(
  state: ApplicationState,
  calendars: Calendars,
  fresh: Calendar,
): Promise<readonly Calendar[]> {
  const versions = new Set(openClocks(state).map(({ calendarVersion }) => calendarVersion));
  versions.delete(fresh.version);
  return Promise.all([...versions].map((version) => calendars.version(version)));
}
