import type { Situation } from '../given.ts';
import type { ApplicationState, Clarification } from '../types.ts';
import type { Guard } from './guard.ts';

/**
 * Guards that look at the application and the actor only. A button whose standing guards fail is not shown.
 */
export const standingGuards = {
  providerOpen: {
    code: 'provider_blocked',
    ruleId: 'C22-13a',
    holds: ({ context }) => !context.provider.blocked,
  },
  inCharge: {
    code: 'not_in_charge',
    ruleId: 'P573-29d',
    holds: ({ state, context: { actor } }) =>
      actor.role !== 'executor' || state.executorId === undefined || state.executorId === actor.id,
  },
  noQuestionOpen: { code: 'clarification_open', holds: ({ state }) => openQuestion(state) === undefined },
  questionOpen: { code: 'no_such_clarification', holds: ({ state }) => openQuestion(state) !== undefined },
  appearanceRequired: {
    code: 'appearance_not_required',
    ruleId: 'P573-29c',
    holds: ({ state }) => state.terms.appearanceRequired,
  },
  notYetAppeared: { code: 'appearance_known', holds: ({ state }) => state.appearedAt === undefined },
  paidService: { code: 'free_service', ruleId: 'P573-35c', holds: ({ state }) => state.terms.priceTyiyn > 0 },
  noOutageOpen: { code: 'outage_open', holds: ({ state }) => !outageOpen(state) },
  outageOpen: { code: 'no_outage', holds: ({ state }) => outageOpen(state) },
} satisfies Record<string, Guard<Situation>>;

/** The question still waiting for the user's answer; there is never more than one. */
export function openQuestion(state: ApplicationState): Clarification | undefined {
  return state.clarifications.find((one) => one.answeredAt === undefined);
}

function outageOpen({ outage }: ApplicationState): boolean {
  return outage !== undefined && outage.removedAt === undefined;
}
