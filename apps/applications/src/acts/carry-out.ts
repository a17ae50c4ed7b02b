import { instant } from '@kyzmat/clock';
import { notFound, Problem } from '@kyzmat/http';
import type { Kit } from '@kyzmat/kit';
import {
  actsForProvider,
  decide,
  type Actor,
  type ApplicationEvent,
  type Command,
  type Context,
} from '@kyzmat/lifecycle';
import { StaleVersion, type WorkRequest } from '@kyzmat/store';
import { correlationId } from '@kyzmat/telemetry';
import type { Calendars } from '../calendars/calendars.ts';
import type { Standing } from '../catalogue/standing.ts';
import { change } from '../state/change.ts';
import type { StoredApplication } from '../state/application.ts';
import type { Applications } from '../state/store.ts';
import { refusalProblem } from './refusal.ts';

export interface Act {
  readonly applicationId: string;
  readonly command: Command;
  readonly actor: Actor;
  /** The version the actor saw. Left out by our own workers, whose commands are safe to decide again. */
  readonly seen?: number;
  /** Where the executor named in the command works (P573-8d). */
  readonly executor?: Context['executor'];
  /** Work owed by the act, stored in its own write. `id` must be deterministic. */
  readonly todo?: readonly WorkRequest[];
}

/** Resolves with the application as it is after the act; an act already done changes nothing. Throws Problem. */
export type CarryOut = (act: Act) => Promise<StoredApplication>;

/** How often an act is decided again when a notice or a payment was written in the same moment. */
const tries = 5;

export interface CarryOutParts {
  readonly applications: Applications;
  readonly calendars: Calendars;
  readonly standing: Standing;
}

/** Decides a command by the lifecycle and stores what follows in one guarded write. */
export function openCarryOut(kit: Kit, { applications, calendars, standing }: CarryOutParts): CarryOut {
  const { aggregates } = applications;

  async function contextOf(actor: Actor, executor: Context['executor']): Promise<Context> {
    // Asked on every call in a provider's name; no answer, no act (C22-13).
    const asked = actsForProvider(actor.role) ? actor.providerId : undefined;
    const [calendar, provider] = await Promise.all([
      calendars.current(),
      asked === undefined ? { blocked: false } : standing(asked),
    ]);
    return { now: instant(kit.clock), actor, calendar, provider, ...(executor && { executor }) };
  }

  return async ({ applicationId, command, actor, seen, executor, todo = [] }) => {
    const context = await contextOf(actor, executor);
    for (let attempt = 1; ; attempt++) {
      const current = await aggregates.load(applicationId);
      if (current === undefined) throw notFound('No such application.');
      if (seen !== undefined && actedSince(current.history, seen)) throw stale();
      const decision = decide(current.state, command, context);
      if (!decision.ok) throw refusalProblem(decision.refusal);
      if (decision.events.length === 0) return current;
      const next = { ...change(current.state, decision.events, correlationId()), todo };
      try {
        const version = await aggregates.update(applicationId, current.version, next);
        return { ...current, ...next, version, history: [...current.history, ...decision.events] };
      } catch (error) {
        if (!(error instanceof StaleVersion) || attempt === tries) throw error;
      }
    }
  };
}

/** Book-keeping of the portal's own processes: nobody decided anything, so nobody's view of the matter is out of date. */
const bookkeeping: readonly ApplicationEvent['type'][] = [
  'notice_handed_over',
  'clock_breached',
  'clock_reminded',
  'clocks_replanned',
  'outage_recorded',
  'outage_removed',
];

/** Whether anything has been done that the actor, who saw `version`, does not know of. */
function actedSince(history: readonly ApplicationEvent[], version: number): boolean {
  return history.some(({ seq, type }) => seq > version && !bookkeeping.includes(type));
}

function stale(): Problem {
  return new Problem(409, 'stale_version', 'Something has been done meanwhile: load the application again.');
}
