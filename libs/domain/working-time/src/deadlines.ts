import type { Calendar } from './calendar.ts';
import type { Interpretation } from './interpretation.ts';
import type { Deadline, Instant, ServiceTerm } from './types.ts';

export interface DeadlineOptions {
  readonly calendar: Calendar;
  /** kyzmatInterpretation when left out. */
  readonly interpretation?: Interpretation;
}

/** Acts of which P573-34a demands a notice; `P573-34a` itself stands for any other completed action. */
export type ActRule = 'P573-34a' | 'P573-35c' | 'P573-35d' | 'P573-35e' | 'P573-40';

/** P573-41a, P573-41b: the notice of refusal to consider. The ruleId tells which of the two gave the limit. */
export declare function intakeRefusalNotice(arrivedAt: Instant, options: DeadlineOptions): Deadline;
/** P573-41c: the notice of acceptance for consideration. */
export declare function acceptanceNotice(submittedAt: Instant, options: DeadlineOptions): Deadline;
/** P573-34a: the notice of a completed action; `act` becomes the ruleId. */
export declare function actionNotice(completedAt: Instant, act: ActRule, options: DeadlineOptions): Deadline;
/** P573-42: the status after an outage. */
export declare function statusAfterOutage(removedAt: Instant, options: DeadlineOptions): Deadline;
/** P573-27e: until when at least a submitted application stays open to the user. */
export declare function submittedAccess(submittedAt: Instant, options: DeadlineOptions): Deadline;
/** P573-27f: until when at least a draft stays open to the user. */
export declare function draftAccess(lastSavedAt: Instant, options: DeadlineOptions): Deadline;
/** C22-14a: the notice of a block to the provider. */
export declare function blockNotice(blockedAt: Instant, options: DeadlineOptions): Deadline;
/** P573-37, P573-35a: the end of provision, from the service's own term. */
export declare function provisionEnd(
  startedAt: Instant,
  term: ServiceTerm,
  options: DeadlineOptions,
): Deadline;

/** What must have happened for provision to start; what the service does not need is left out. */
export interface StartConditions {
  readonly registeredAt: Instant | undefined;
  readonly payment: 'free' | { readonly confirmedAt: Instant | undefined };
  readonly appearance: 'not_required' | { readonly recordedAt: Instant | undefined };
}
/** P573-29b, P573-29c: the latest of the conditions; undefined while one is open. */
export declare function provisionStart(conditions: StartConditions): Instant | undefined;

/** `late`: after our limit, within another reading's, so not to be called unlawful. `unlawful`: late by every reading. */
export type Timeliness = 'on_time' | 'late' | 'unlawful';
/** How something done (or, with now, still not done) at `doneAt` stands to its deadline. */
export declare function timeliness(doneAt: Instant, deadline: Pick<Deadline, 'at' | 'loosest'>): Timeliness;
