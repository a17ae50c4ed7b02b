import type { Answers } from '@kyzmat/forms';
import type { Actor } from '@kyzmat/lifecycle';

/** The queue of results to make: owed in the write that records a positive decision, done by `results/`. */
export const makeResult = 'make-result';

/** Item id: `<applicationId>:make-result`; the same decision always owes the same work. */
export interface MakeResult {
  readonly applicationId: string;
  /** The decision fields, checked by the service's decision form. */
  readonly decision: Answers;
  /** The authorised person whose signature goes on the document (P573-33a). */
  readonly signerId: string;
  /** Who decided, in whose name the result is completed. */
  readonly actor: Actor;
}
