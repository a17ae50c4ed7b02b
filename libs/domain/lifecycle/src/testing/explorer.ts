import { decide, edgeFor } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { given } from '../given.ts';
import type { Edge } from '../graph/edge.ts';
import { rolesOf } from '../graph/graph.ts';
import { isFinal, openClocks } from '../view.ts';
import type {
  ApplicationEvent,
  ApplicationState,
  Command,
  Context,
  Decision,
  Instant,
  Terms,
} from '../types.ts';
import { attemptsOn, everybody } from './commands.ts';
import { contextOf, local, submit, system, user } from './story.ts';

/** One attempt of one actor on one state, and what came of it. */
export interface Visit {
  before: ApplicationState;
  command: Command;
  context: Context;
  decision: Decision;
  /** The edge that was meant; undefined when the command was refused before one was looked for, or found none. */
  edge: Edge | undefined;
  after: ApplicationState;
}

export interface Walk {
  states: ReadonlyMap<string, ApplicationState>;
  /** Which states lead to which. */
  ways: ReadonlyMap<string, ReadonlySet<string>>;
  edges: ReadonlySet<string>;
  attempts: number;
}

/**
 * Walks every reachable combination breadth first, with every attempt by everybody whose role may make it at all, and shows each visit to `inspect`.
 * Two states are the same when they differ in instants, ids, persons in charge and notices still on their way only.
 */
export function explore(terms: Terms, inspect: (visit: Visit) => void): Walk {
  const first = begun(terms);
  const states = new Map([[keyOf(first.state), first.state]]);
  const ways = new Map<string, Set<string>>();
  const edges = new Set<string>();
  const queue = [first];
  let attempts = 0;
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    const from = keyOf(here.state);
    const out = new Set<string>();
    ways.set(from, out);
    for (const visit of visitsFrom(here.state, here.last)) {
      attempts += 1;
      inspect(visit);
      if (!visit.decision.ok) continue;
      if (visit.edge !== undefined) edges.add(visit.edge.id);
      const to = keyOf(visit.after);
      out.add(to);
      if (states.has(to)) continue;
      states.set(to, visit.after);
      queue.push({ state: visit.after, last: visit.context.now });
    }
  }
  return { states, ways, edges, attempts };
}

/** The states from which no way leads to an end with nothing owed but notices. */
export function deadEnds({ states, ways }: Walk): string[] {
  const good = new Set([...states].filter(([, state]) => isSettled(state)).map(([key]) => key));
  for (let size = -1; size !== good.size;) {
    size = good.size;
    for (const [from, out] of ways) if ([...out].some((to) => good.has(to))) good.add(from);
  }
  return [...states.keys()].filter((key) => !good.has(key));
}

/** The state once every notice on its way has been taken by all its channels, and the edges that took them there. */
export function delivered(state: ApplicationState): { state: ApplicationState; edges: string[] } {
  const edges: string[] = [];
  let now = state;
  for (const { id, openedAt, notice } of openClocks(state)) {
    for (const channel of [...(notice?.required ?? []), 'cabinet'] as const) {
      const command = { type: 'close_notice', noticeId: id, channel, at: openedAt } as const;
      const { after, edge } = visit(now, command, contextOf(later(openedAt), system));
      now = after;
      edges.push(edge?.id ?? 'none');
    }
  }
  return { state: now, edges };
}

function later(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 1000).toISOString();
}

function isSettled(state: ApplicationState): boolean {
  const owed = openClocks(state).filter((clock) => clock.kind !== 'notice');
  const refunds = state.refunds.filter((refund) => refund.refundedAt === undefined);
  return isFinal(state.stage) && owed.length === 0 && refunds.length === 0;
}

function begun(terms: Terms): { state: ApplicationState; last: Instant } {
  const last = local('2021-03-12 10:00');
  const decision = decide(undefined, submit(terms), contextOf(last, user));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return { state: fold(undefined, decision.events), last };
}

function* visitsFrom(before: ApplicationState, last: Instant): Generator<Visit> {
  for (const { command, at, more } of attemptsOn(before, last)) {
    const able = everybody.filter(({ role }) => rolesOf(command.type).has(role));
    for (const actor of able) yield visit(before, command, contextOf(at, actor, more));
  }
}

function visit(before: ApplicationState, command: Command, context: Context): Visit {
  const decision = decide(before, command, context);
  const edge = command.type === 'submit' ? undefined : edgeFor(given(before, command, context), before.stage);
  const after = decision.ok ? fold(before, decision.events) : before;
  return { before, command, context, decision, edge, after };
}

function fold(before: ApplicationState | undefined, events: readonly ApplicationEvent[]): ApplicationState {
  const after = events.reduce<ApplicationState | undefined>(evolve, before);
  if (after === undefined) throw new Error('nothing happened');
  return after;
}

function keyOf(state: ApplicationState): string {
  const clocks = openClocks(state)
    .filter((clock) => clock.kind !== 'notice')
    .map((clock) => clock.kind)
    .toSorted();
  const refunds = state.refunds.map(
    ({ reason, refundedAt }) => `${reason}${refundedAt === undefined ? '?' : ''}`,
  );
  return [
    state.stage,
    state.payment,
    state.chargeId ?? 'no charge',
    state.appearedAt === undefined ? 'not appeared' : 'appeared',
    state.executorId === undefined ? 'nobody' : 'in hand',
    state.clarifications.some(({ answeredAt }) => answeredAt === undefined) ? 'question' : 'no question',
    state.outage === undefined
      ? 'no outage'
      : state.outage.removedAt === undefined
        ? 'outage'
        : 'after outage',
    [...new Set(refunds)].toSorted().join('+'),
    [...new Set(clocks)].join('+'),
    state.clocks.some((clock) => clock.breachedAt !== undefined) ? 'late' : 'in time',
  ].join(' | ');
}
