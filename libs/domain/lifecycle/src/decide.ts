import { closed, opened } from './clocks.ts';
import { conditions } from './conditions.ts';
import { begin, evolve } from './evolve.ts';
import { facts, submission } from './facts.ts';
import { given as givenOf, type Given } from './given.ts';
import type { Edge, Effect } from './graph/edge.ts';
import { edgesOf } from './graph/graph.ts';
import { guards } from './guards/guards.ts';
import { owed } from './notices.ts';
import { refusal } from './texts/refusals.ts';
import type {
  ApplicationEvent,
  ApplicationState,
  Command,
  Context,
  Decision,
  EventOf,
  EventType,
} from './types.ts';
import { whoRefused } from './who.ts';

/**
 * Decides a command by the graph. Pure: the same arguments give the same answer, down to the ids of events, clocks and
 * notices, so deciding again after a lost write is harmless.
 *
 * `state` is undefined when there is no application yet; only `submit` makes one. Instants are UTC. A refusal is a value
 * with a code, the rule and a sentence for people; nothing is thrown.
 */
export function decide(state: ApplicationState | undefined, command: Command, context: Context): Decision {
  if (command.type === 'submit') {
    if (state !== undefined) return refusal('already_exists', 'P573-8l');
    const born = begin(command.id, submission(command), context.now, context.actor);
    return choose(givenOf(born, command, context), 'nothing');
  }
  if (state === undefined) return refusal('unknown_application');
  return choose(givenOf(state, command, context), state.stage);
}

function choose(given: Given, from: ApplicationState['stage'] | 'nothing'): Decision {
  const { command, context, state } = given;
  const stranger = whoRefused(command.type, { state, context });
  if (stranger !== undefined) return refusal(stranger.code, stranger.ruleId);

  const edge = edgeFor(given, from);
  if (edge === undefined) return refusal('not_now');

  const failed = edge.guards.map((name) => guards[name]).find((guard) => !guard.holds(given));
  if (failed !== undefined) return refusal(failed.code, failed.ruleId);

  return {
    ok: true,
    events: edge.does.map((effect, index) => happen(effect, given, state.version + index + 1)),
  };
}

/** The edge a command means in its situation; its guards are not asked yet. */
export function edgeFor(given: Given, from: ApplicationState['stage'] | 'nothing'): Edge | undefined {
  return edgesOf(given.command.type).find((edge) => leavesFrom(edge, from) && fits(edge, given));
}

function leavesFrom(edge: Edge, from: ApplicationState['stage'] | 'nothing'): boolean {
  return from === 'nothing' || edge.from === 'nothing' ? edge.from === from : edge.from.includes(from);
}

function fits(edge: Edge, given: Given): boolean {
  if (!edge.roles.includes(given.context.actor.role)) return false;
  if (edge.payment?.from.includes(given.state.payment) === false) return false;
  return (edge.when ?? []).every((name) => conditions[name](given));
}

function happen<E extends EventType>(effect: Effect & { event: E }, given: Given, seq: number): EventOf<E> {
  const { state, context } = given;
  const { notices, clocks } = owed(effect, given, seq);
  return {
    id: `${state.id}:${seq}`,
    applicationId: state.id,
    seq,
    type: effect.event,
    at: context.now,
    actor: context.actor,
    facts: facts[effect.event](given, seq),
    notices,
    opens: [...opened(effect, given, seq), ...clocks],
    closes: closed(effect, given),
  };
}

/** Folds events into a state, as when a history is read back. */
export function replay(events: readonly ApplicationEvent[]): ApplicationState | undefined {
  return events.reduce<ApplicationState | undefined>(evolve, undefined);
}
