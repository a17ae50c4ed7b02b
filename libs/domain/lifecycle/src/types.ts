import type { Calendar, Instant, Language, ServiceTerm, Text } from '@kyzmat/working-time';

export type { Instant, Language, Text } from '@kyzmat/working-time';

/** Where an application stands. The law prescribes no list; each stage follows from the rules named in the graph. */
export const stages = [
  'submitted',
  'accepted',
  'suspended_unpaid',
  'in_progress',
  'approved',
  'completed',
  'provision_refused',
  'intake_refused',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** Stages an application never leaves. */
export const finalStages = ['completed', 'provision_refused', 'intake_refused', 'withdrawn'] as const;
export type FinalStage = (typeof finalStages)[number];

/** The money beside the stage: its own small machine, told by the payments process only (P573-32). */
export const paymentStates = [
  'none',
  'charged',
  'pending',
  'confirmed',
  'expired',
  'refund_due',
  'refunded',
] as const;
export type PaymentState = (typeof paymentStates)[number];

/**
 * In what capacity somebody acts (P573-12, P573-52). `executor`, `signer` and `provider_head` act inside a provider;
 * `provider_system` is a provider's own system coming through Tunduk; `system` is one of our processes.
 */
export const roles = [
  'user',
  'executor',
  'signer',
  'provider_head',
  'provider_system',
  'operator',
  'owner',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** Who acts, and in whose name. */
export interface Actor {
  /** The person or the process itself. */
  id: string;
  role: Role;
  /** For a user: the natural or legal person the act is about, when it is not the actor. */
  subjectId?: string;
  /** For provider roles: the provider the actor works for. */
  providerId?: string;
}

export type SignatureLevel = 'simple' | 'qualified';
/** P573-33a: a document signed by an authorised person; P573-33b: information, where law provides for it. */
export type ResultForm = 'signed_document' | 'information';

/** P573-39a, P573-39b: the closed list of grounds for refusing to consider an application. */
export const intakeRefusalGrounds = ['untrue', 'incomplete', 'not_current'] as const;
export type IntakeRefusalGround = (typeof intakeRefusalGrounds)[number];

/** What the service version promised on the day of submission: copied, so that later versions change nothing. */
export interface Terms {
  /** Price in tyiyn; 0 is a free service. */
  priceTyiyn: number;
  /** The time of provision, from the service's own regulation (P573-37). */
  term: ServiceTerm;
  /** P573-29c: the law wants the person to appear before the procedure can begin. */
  appearanceRequired: boolean;
  signatureLevel: SignatureLevel;
  /** Forms of result on offer; the first is the usual one. */
  resultForms: readonly ResultForm[];
  /** Whether money goes back when the service is refused, or withdrawn from, after work has begun. */
  refundOnProvisionRefusal: boolean;
  /** Codes of the service's own grounds for refusing to provide (P573-35e, P573-37); closed when given. */
  provisionRefusalGrounds?: readonly string[];
  /** The law that lets paper be asked for again (P573-29a); absent, paper is never asked for. */
  paperBasis?: string;
}

export interface Refusal {
  kind: 'intake' | 'provision';
  grounds: readonly string[];
  /** The reason in the executor's words (P573-35b, P573-35e). May hold personal data: never leaves in an event. */
  reason: string;
  /** Who answers for it (P573-17d). */
  executorId: string;
  at: Instant;
}

/** `paper` asks for the original on paper and needs the service's legal basis (P573-29a). */
export type ClarificationWants = 'information' | 'document' | 'paper';

export interface Clarification {
  id: string;
  wants: ClarificationWants;
  question: string;
  askedBy: string;
  askedAt: Instant;
  answer?: string;
  attachmentIds?: readonly string[];
  answeredAt?: Instant;
}

/** The provider's answer, by reference: the content stays with its owner. */
export interface Result {
  form: ResultForm;
  documentId: string;
  documentHash: string;
  /** The authorised person whose signature is on the document (P573-33a); demanded for a signed document. */
  signedBy?: string;
}

/** Unforeseen circumstances at the provider (P573-42). */
export interface Outage {
  circumstance: string;
  startedAt: Instant;
  removedAt?: Instant;
}

export interface Refund {
  chargeId: string;
  amountTyiyn: number;
  reason: RefundReason;
  openedAt: Instant;
  refundedAt?: Instant;
}
export type RefundReason = 'withdrawn' | 'intake_refused' | 'provision_refused' | 'paid_twice';

export type Channel = 'cabinet' | 'emessage' | 'email';

export const noticeKinds = [
  'intake_registered',
  'intake_refused',
  'suspended_unpaid',
  'payment_confirmed',
  'started',
  'clarification_asked',
  'approved',
  'result_ready',
  'provision_refused',
  'withdrawn',
  'term_changed',
  'refund_opened',
  'refunded',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A message the law owes to the user. It is at the same time an open clock with the same id. */
export interface NoticeOwed {
  /** `<applicationId>:<seq of the event>:<kind>`: the same debt always has the same id. */
  noticeId: string;
  kind: NoticeKind;
  ruleId: string;
  dueAt: Instant;
  channels: {
    /** All of these must take the notice before the debt is closed. */
    required: readonly Channel[];
    /** Sent too when the user has given an address; never a substitute (P573-41c). */
    extra: readonly Channel[];
  };
  facts: NoticeFacts;
}

/** What the notice must state (P573-35a); reasons and names are asked of the owner over HTTP. */
export interface NoticeFacts {
  startedAt?: Instant;
  /** Date and time when provision ends. */
  provisionEndsAt?: Instant;
  /** What the period still waits for, when there is no start yet. */
  awaits?: readonly StartCondition[];
}
export type StartCondition = 'registration' | 'payment' | 'appearance';

export const clockKinds = [
  'intake_acceptance',
  'intake_refusal',
  'provision_end',
  'outage_status',
  'notice',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How a limit is computed, so that a new calendar can compute it again. */
export type DueRule = 'acceptance' | 'refusal' | 'action' | 'provision' | 'outage';

export type Party = 'provider' | 'portal' | 'user';

/** `met`: in time. `late`: after the limit. `not_owed`: another act made it moot, so no breach counts. */
export type ClockOutcome = 'met' | 'late' | 'not_owed';

/** One legal limit: what is due, when, by which rule, since which fact, by which calendar. */
export interface LegalClock {
  /** `<applicationId>:<seq of the event>:<kind>`; a notice's clock has the id of the notice. */
  id: string;
  kind: ClockKind;
  ruleId: string;
  dueRule: DueRule;
  /** Who has to act. */
  responsible: Party;
  openedAt: Instant;
  /** The fact the period is counted from. */
  since: Instant;
  dueAt: Instant;
  /** After this moment it is late by every known reading of the law; only then may it be called unlawful. */
  loosest: Instant;
  /** The calendar it was counted by; with it `explain` tells how, day by day. */
  calendarVersion: string;
  notice?: {
    kind: NoticeKind;
    required: readonly Channel[];
    handedOver: readonly { channel: Channel; at: Instant }[];
  };
  /** The limit passed with nothing done. Stays recorded; read it together with `outcome`. */
  breachedAt?: Instant;
  closedAt?: Instant;
  /** Id of the event that closed it. */
  closedBy?: string;
  outcome?: ClockOutcome;
  replanned: readonly Replan[];
}

export interface Replan {
  from: Instant;
  to: Instant;
  reason: string;
  at: Instant;
  /** The calendar that gave `from`. */
  calendarVersion: string;
}

/** Everything known of one application, as plain JSON. */
export interface ApplicationState {
  id: string;
  /** Number of events folded; the store guards its writes with it. */
  version: number;
  /** What the user quotes when asking. */
  reference: string;
  /** The person or organisation it is about. */
  ownerId: string;
  /** The person who signed and sent it. */
  submittedBy: string;
  providerId: string;
  serviceCode: string;
  serviceVersion: string;
  language: Language;
  contentHash: string;
  signature: { level: SignatureLevel; signedBy: string };
  resultForm: ResultForm;
  terms: Terms;
  stage: Stage;
  payment: PaymentState;
  /** The charge the payment state speaks of. */
  chargeId?: string;
  refunds: readonly Refund[];
  submittedAt: Instant;
  registeredAt?: Instant;
  registrationNumber?: string;
  /** When the information on payment was received (P573-29b). */
  paidAt?: Instant;
  appearedAt?: Instant;
  startedAt?: Instant;
  provisionEndsAt?: Instant;
  endedAt?: Instant;
  executorId?: string;
  refusal?: Refusal;
  clarifications: readonly Clarification[];
  result?: Result;
  outage?: Outage;
  clocks: readonly LegalClock[];
}

/** What can be asked of an application. Instants given by others are facts they saw; none may lie in the future. */
export interface Commands {
  submit: {
    id: string;
    reference: string;
    ownerId: string;
    providerId: string;
    serviceCode: string;
    serviceVersion: string;
    language: Language;
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
  /** A positive decision now, its result later. */
  approve: object;
  /** The result. Given while in progress, it decides and completes in one act. */
  complete: { result: Result };
  refuse_provision: { grounds: readonly string[]; reason: string; executorId: string };
  /** The provider says the shown stage is still true, as after an outage (C22-11, P573-42). */
  confirm_status: object;
  withdraw: object;
  record_outage: { circumstance: string; startedAt: Instant };
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
  /** Open limits are computed again by the calendar of the context. */
  replan_clocks: { reason: string };
}
export type CommandType = keyof Commands;
export type CommandOf<C extends CommandType> = { [K in C]: { type: K } & Commands[K] }[C];
export type Command = CommandOf<CommandType>;

/** What each event says beyond who, when and what it owes. */
export interface Facts {
  submitted: Omit<Commands['submit'], 'id'>;
  registered: { registrationNumber: string; executorId: string };
  suspended: object;
  resumed: object;
  /** P573-29b, P573-29c: provision starts and its end is known. */
  started: { startedAt: Instant; provisionEndsAt: Instant };
  intake_refused: { refusal: Refusal };
  executor_designated: { executorId: string };
  appearance_recorded: { appearedAt: Instant };
  clarification_asked: { clarificationId: string; wants: ClarificationWants; question: string };
  clarification_answered: { clarificationId: string; answer: string; attachmentIds: readonly string[] };
  approved: object;
  completed: { result: Result };
  provision_refused: { refusal: Refusal };
  status_confirmed: { stage: Stage };
  withdrawn: object;
  outage_recorded: { circumstance: string; startedAt: Instant };
  outage_removed: { removedAt: Instant };
  charged: { chargeId: string; amountTyiyn: number };
  payment_pending: { chargeId: string };
  payment_confirmed: { chargeId: string; amountTyiyn: number; paidAt: Instant };
  payment_expired: { chargeId: string };
  refund_opened: { chargeId: string; amountTyiyn: number; reason: RefundReason };
  refunded: { chargeId: string };
  notice_handed_over: { noticeId: string; channel: Channel; handedOverAt: Instant };
  clock_breached: { clockId: string; limit: Instant };
  clocks_replanned: { reason: string; changes: readonly ClockChange[] };
}
export interface ClockChange {
  clockId: string;
  from: Instant;
  to: Instant;
  loosest: Instant;
  calendarVersion: string;
}

/** How an event ends an open clock. */
export interface ClockClosing {
  clockId: string;
  outcome: ClockOutcome;
  /** When the act that met it happened. */
  at: Instant;
}

export type EventType = keyof Facts;
/** An event is a fact: it is never refused and never changed. */
export type EventOf<E extends EventType> = {
  [K in E]: {
    /** `<applicationId>:<seq>`: deciding the same thing twice gives the same id. */
    id: string;
    applicationId: string;
    /** The state's version after this event. */
    seq: number;
    type: K;
    at: Instant;
    actor: Actor;
    facts: Facts[K];
    notices: readonly NoticeOwed[];
    /** Clocks opened by the same write, those of the notices among them. */
    opens: readonly LegalClock[];
    closes: readonly ClockClosing[];
  };
}[E];
export type ApplicationEvent = EventOf<EventType>;

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
  | 'not_due_yet';

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
