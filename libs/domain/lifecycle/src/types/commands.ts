import type { Instant, Text } from '@kyzmat/working-time';
import type { Channel } from './clocks.ts';
import type {
  ClarificationWants,
  Contacts,
  IntakeRefusalGround,
  OfficialLanguage,
  OutageCause,
  Result,
  ResultForm,
  ReturnReason,
  SignatureLevel,
  Terms,
} from './parts.ts';

/** What can be asked of an application. Instants given by others are facts they saw; none may lie in the future. */
export interface Commands {
  submit: {
    id: string;
    reference: string;
    ownerId: string;
    providerId: string;
    serviceCode: string;
    serviceVersion: number;
    language: OfficialLanguage;
    contentHash: string;
    /** The signature as verified by the application's door (P573-8l, P573-28a). */
    signature: { level: SignatureLevel; signedBy: string; contentHash: string };
    resultForm: ResultForm;
    terms: Terms;
  };
  register: { registrationNumber: string; executorId: string };
  refuse_intake: { grounds: readonly IntakeRefusalGround[]; reason: string; executorId: string };
  designate_executor: { executorId: string };
  record_appearance: { appearedAt: Instant };
  ask_clarification: { wants: ClarificationWants; question: string };
  answer_clarification: { clarificationId: string; answer: string; attachmentIds: readonly string[] };
  /** The user can be reached in another way; what was signed stays as it is. */
  correct_contacts: { contacts: Contacts };
  /** A positive decision now, its result later. */
  approve: object;
  /** The result. Given while in progress, it decides and completes in one act. */
  complete: { result: Result };
  refuse_provision: { grounds: readonly string[]; reason: string; executorId: string };
  /** The provider says the shown stage is still true, as after an outage (C22-11, P573-42). */
  confirm_status: object;
  /** The result of a positive decision cannot be made as decided: the executor decides again. */
  return_to_work: { reason: ReturnReason };
  withdraw: object;
  /** An outage of the whole provider, as recorded there under `outageId`. */
  record_outage: { outageId: string; cause: OutageCause; startedAt: Instant };
  record_outage_removed: { removedAt: Instant };
  charge: { chargeId: string; amountTyiyn: number };
  payment_pending: { chargeId: string };
  /** `paidAt`: when the e-payment system's confirmation was received (P573-32). */
  confirm_payment: { chargeId: string; amountTyiyn: number; paidAt: Instant };
  expire_payment: { chargeId: string };
  /** The money of a refund due has gone back. */
  refund: { chargeId: string };
  /** A channel has taken the notice; `at` is when. */
  close_notice: { noticeId: string; channel: Channel; at: Instant };
  /** The timer saw the limit pass. */
  breach_clock: { clockId: string };
  /** The timer saw the moment of a reminder come; `step` counts the clock's reminders from 0. */
  remind_clock: { clockId: string; step: number };
  /** Open limits are computed again by the calendar of the context. */
  replan_clocks: { reason: Text };
}
export type CommandType = keyof Commands;
export type CommandOf<C extends CommandType> = { [K in C]: { type: K } & Commands[K] }[C];
export type Command = CommandOf<CommandType>;
