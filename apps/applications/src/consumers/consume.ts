import { instant } from '@kyzmat/clock';
import { parseEvent, topics } from '@kyzmat/contracts';
import { Unavailable } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import type { Command, Context } from '@kyzmat/lifecycle';
import {
  consumeIntoStore,
  DependencyDown,
  type AggregateOperation,
  type Inbox,
  type KeyEvents,
  type WorkItems,
  type Writes,
} from '@kyzmat/store';
import type { mongo } from 'mongoose';
import { systemActor } from '../acts/actor.ts';
import { decideAll, Refused } from '../acts/decide-all.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { Replan } from '../clocks/replan.ts';
import { workOf } from '../outages/apply.ts';
import type { Outage, Outages } from '../outages/outages.ts';
import type { StoredApplication } from '../state/application.ts';
import { change } from '../state/change.ts';
import type { Applications } from '../state/store.ts';
import { toldBy } from './commands.ts';

interface ConsumeParts {
  readonly applications: Applications;
  readonly calendars: Calendars;
  readonly replans: WorkItems<Replan>;
  readonly outages: Outages;
  readonly outageWork: WorkItems<Outage>;
}

/** What payments, notifications and providers tell becomes acts of the applications, each exactly once in effect. */
export function consume(kit: Kit, parts: ConsumeParts): Promise<Inbox> {
  const { applications, calendars, replans, outages, outageWork } = parts;
  const { aggregates } = applications;

  async function contextNow(): Promise<Context> {
    const calendar = await calendars.current().catch(waitFor);
    return { now: instant(kit.clock), actor: systemActor(kit), calendar, provider: { blocked: false } };
  }

  async function acts(
    keys: readonly KeyEvents[],
    session: mongo.ClientSession,
  ): Promise<AggregateOperation[]> {
    const told = keys.flatMap(({ topic, events }) => events.flatMap((event) => toldBy(topic, event) ?? []));
    if (told.length === 0) return [];
    const byApplication = Map.groupBy(told, ({ applicationId }) => applicationId);
    const context = await contextNow();
    const loaded = await aggregates.loadMany([...byApplication.keys()], session);
    return [...byApplication].flatMap(([id, each]) => {
      const application = loaded.get(id);
      if (application === undefined) throw new TypeError(`There is no application ${id}`);
      return actOn(
        application,
        each.map(({ command }) => command),
        context,
      );
    });
  }

  function actOn(
    { _id, version, state }: StoredApplication,
    commands: readonly Command[],
    context: Context,
  ): AggregateOperation[] {
    const events = decideAll(
      state,
      commands.filter((command) => isTimely(command, state, context)),
      context,
    );
    return events.length === 0 ? [] : [aggregates.updateOperation(_id, version, change(state, events))];
  }

  return consumeIntoStore({
    bus: kit.bus,
    store: kit.store,
    group: 'applications',
    topics: [topics.payments, topics.notices, topics.providers],
    clock: kit.clock,
    log: kit.telemetry.log,
    onCommitted() {
      applications.nudge();
      replans.nudge();
      outageWork.nudge();
    },
    async fold(keys, session) {
      const operations = await acts(keys, session);
      const writes: Writes[] = operations.length === 0 ? [] : [aggregates.writes(operations)];
      const told = keys.flatMap(({ topic, events }) => (topic === topics.providers ? events : []));
      const work = replansBy(told);
      if (work.length > 0) writes.push(replans.putWrites(work));
      const changed = outagesIn(told);
      if (changed.length > 0) {
        writes.push(outages.writes(changed), outageWork.putWrites(changed.map(workOf)));
      }
      return writes;
    },
  });
}

/** A charge for an application that has ended meanwhile means nothing: nobody will be asked to pay it. */
function isTimely(command: Command, state: StoredApplication['state'], context: Context): boolean {
  if (command.type !== 'charge') return true;
  try {
    decideAll(state, [command], context);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'not_now') return false;
    throw error;
  }
}

function replansBy(events: KeyEvents['events']): { id: string; payload: Replan }[] {
  return events
    .filter(({ type }) => type === 'calendar.published.v1')
    .map(({ data }) => parseEvent('CalendarPublished', data))
    .map(({ version }) => ({ id: `replan:${version}`, payload: { version } }));
}

function outagesIn(events: KeyEvents['events']): Outage[] {
  return events
    .filter(({ type }) => type === 'provider.outage.v1')
    .map(({ data }) => parseEvent('ProviderOutage', data));
}

function waitFor(error: unknown): never {
  if (error instanceof Unavailable) throw new DependencyDown('The calendar cannot be asked for');
  throw error;
}
