import type { Situation } from './given.ts';
import type { Edge } from './graph/edge.ts';
import { commandTypes, edgesOf } from './graph/graph.ts';
import { isStanding } from './guards/guards.ts';
import { standingGuards } from './guards/standing.ts';
import { nextLookAt } from './reminders.ts';
import {
  finalStages,
  type ApplicationState,
  type CommandType,
  type FinalStage,
  type Instant,
  type LegalClock,
  type Party,
  type Stage,
} from './types.ts';
import { whoRefused } from './who.ts';

/** True when the application never leaves the stage. */
export function isFinal(stage: Stage): stage is FinalStage {
  return finalStages.some((final) => final === stage);
}

/** A command the actor could give now, and the stages it may lead to (`same`: it stays where it is). */
export interface AvailableCommand {
  command: CommandType;
  leadsTo: readonly (Stage | 'same')[];
}

/**
 * What the actor can do with the application now: the buttons on a screen, the links of an answer. It judges everything
 * that does not depend on what will be filled in, so a command on the list can still be refused for its content, and
 * one that is not on it is always refused.
 */
export function availableCommands(
  state: ApplicationState,
  context: Situation['context'],
): readonly AvailableCommand[] {
  const situation = { state, context };
  return commandTypes.flatMap((command) => {
    if (whoRefused(command, situation) !== undefined) return [];
    const open = edgesOf(command).filter((edge) => isOpen(edge, situation));
    return open.length === 0 ? [] : [{ command, leadsTo: [...new Set(open.map(({ to }) => to))] }];
  });
}

function isOpen(edge: Edge, situation: Situation): boolean {
  const { state } = situation;
  if (edge.from === 'nothing' || !edge.from.includes(state.stage)) return false;
  if (edge.payment?.from.includes(state.payment) === false) return false;
  return edge.guards.filter(isStanding).every((name) => standingGuards[name].holds(situation));
}

/** Who has the next move, and what it is. */
export interface Responsible {
  party: Party;
  /** The provider's employee in charge, also while the user is to act (P573-29d). */
  executorId?: string;
  awaited: 'intake' | 'appearance' | 'payment' | 'decision' | 'result' | 'refund' | 'notice';
}

const nextMoves: Readonly<Record<Exclude<Stage, FinalStage>, Pick<Responsible, 'party' | 'awaited'>>> = {
  submitted: { party: 'provider', awaited: 'intake' },
  accepted: { party: 'user', awaited: 'appearance' },
  suspended_unpaid: { party: 'user', awaited: 'payment' },
  in_progress: { party: 'provider', awaited: 'decision' },
  approved: { party: 'provider', awaited: 'result' },
};

/** Who is to act next; undefined only when the application has ended and nothing is owed to the user any more. */
export function responsible(state: ApplicationState): Responsible | undefined {
  const { stage, executorId } = state;
  if (!isFinal(stage)) return { ...nextMoves[stage], ...(executorId !== undefined && { executorId }) };
  if (state.payment === 'refund_due' || state.refunds.some(({ refundedAt }) => refundedAt === undefined)) {
    return { party: 'portal', awaited: 'refund' };
  }
  return openClocks(state).length > 0 ? { party: 'portal', awaited: 'notice' } : undefined;
}

/** Limits still running or passed but not yet met. */
export function openClocks({ clocks }: ApplicationState): readonly LegalClock[] {
  return clocks.filter((clock) => clock.closedAt === undefined);
}

/** When the timer has to look again: the nearest reminder or limit that is running and not yet recorded as passed. */
export function nextDueAt(state: ApplicationState): Instant | undefined {
  return openClocks(state)
    .filter((clock) => clock.breachedAt === undefined)
    .map(nextLookAt)
    .reduce<Instant | undefined>(
      (nearest, dueAt) => (nearest === undefined || dueAt < nearest ? dueAt : nearest),
      undefined,
    );
}

/** True when the limit counts as broken: passed, and not made moot by another act. */
export function isBreach(clock: LegalClock): boolean {
  return clock.breachedAt !== undefined && clock.outcome !== 'not_owed';
}
