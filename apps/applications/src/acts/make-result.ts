import type { Answers } from '@kyzmat/forms';
import type { Actor } from '@kyzmat/lifecycle';

/** The queue of results to make: owed in the write that records a positive decision, done by `results/`. */
export const makeResult = 'make-result';

/** Item id: `<applicationId>:<version decided on>:make-result`: a decision taken again owes its result again. */
export interface MakeResult {
  readonly applicationId: string;
  /** The decision fields, checked by the service's decision form. */
  readonly decision: Answers;
  /** The authorised person whose signature goes on the document (P573-33a); information has none (P573-33b). */
  readonly signerId?: string;
  /** Who decided, in whose name the result is completed. */
  readonly actor: Actor;
}
