export { actorOf, may } from './may.ts';
export { participantOf, participants, type Participant } from './participants.ts';
export { rules, type Action, type Rules } from './rules.ts';
export type { DenialCode, Grant, PolicyActor, Resource, Verdict } from './types.ts';
