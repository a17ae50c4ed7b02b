import type { Calendar, Instant, Text } from '@kyzmat/working-time';
import type { ApplicationEvent } from './events.ts';
import type { Actor } from './standing.ts';

/** What a decision may look at besides the state: all of it brought by the caller, nothing fetched. */
export interface Context {
  now: Instant;
  actor: Actor;
  calendar: Calendar;
  /** Standing of the application's provider (C22-13). */
  provider: { blocked: boolean };
  /** Where the executor named in the command is employed (P573-8d); not needed when the actor names themself. */
  executor?: { id: string; providerId: string };
}

export type RefusalCode =
  | 'forbidden'
  | 'not_yours'
  | 'provider_blocked'
  | 'not_now'
  | 'already_exists'
  | 'unknown_application'
  | 'not_signed'
  | 'signature_too_weak'
  | 'result_form_not_offered'
  | 'executor_of_other_provider'
  | 'not_in_charge'
  | 'ground_not_in_law'
  | 'nonpayment_is_no_ground'
  | 'ground_not_in_regulation'
  | 'reason_missing'
  | 'number_missing'
  | 'question_missing'
  | 'paper_without_basis'
  | 'contacts_missing'
  | 'clarification_open'
  | 'no_such_clarification'
  | 'appearance_not_required'
  | 'appearance_known'
  | 'in_the_future'
  | 'result_incomplete'
  | 'free_service'
  | 'wrong_amount'
  | 'unknown_charge'
  | 'outage_open'
  | 'no_outage'
  | 'before_outage'
  | 'unknown_notice'
  | 'unknown_clock'
  | 'not_due_yet'
  | 'no_such_reminder';

/** Why the command was not carried out; a value, not an error. */
export interface CommandRefusal {
  code: RefusalCode;
  ruleId?: string;
  message: Text;
}

/**
 * The answer to a command. No events means that it was already so: a message that came twice changes nothing.
 */
export type Decision =
  { ok: true; events: readonly ApplicationEvent[] } | { ok: false; refusal: CommandRefusal };
