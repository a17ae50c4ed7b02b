export { actorOf, may } from './may.ts';
export { participantOf, participants, type Participant } from './participants.ts';
export { rules } from './rules.ts';
export type { Action, DenialCode, Grant, PolicyActor, Resource, Rules, Verdict } from './types.ts';
