import { contentGuards } from './content.ts';
import type { Guard } from './guard.ts';
import { standingGuards } from './standing.ts';
import type { Given } from '../given.ts';

type StandingGuardName = keyof typeof standingGuards;
export type GuardName = StandingGuardName | keyof typeof contentGuards;

/** Every guard the graph may name. */
export const guards: Readonly<Record<GuardName, Guard<Given>>> = { ...standingGuards, ...contentGuards };

/** True for guards that can be judged before the command is filled in. */
export function isStanding(name: GuardName): name is StandingGuardName {
  return name in standingGuards;
}
