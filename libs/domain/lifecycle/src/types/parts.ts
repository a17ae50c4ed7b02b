import type { Instant, Language, ServiceTerm, Text } from '@kyzmat/working-time';

/** The state language and the official one: in one of them an application is made (P573-7). */
export type OfficialLanguage = Exclude<Language, 'en'>;

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
  paperBasis?: Text;
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

/** How the user can be reached about one application; all of them may change while it is open, the content may not. */
export interface Contacts {
  phone?: string;
  email?: string;
  /** Where letters about it go. */
  postal?: string;
}

/** Why a positive decision had to be taken up again: nobody may sign its document any more. */
export type ReturnReason = 'signer_lost';

/** The provider's answer, by reference: the content stays with its owner. */
export interface Result {
  form: ResultForm;
  documentId: string;
  documentHash: string;
  /** The authorised person whose signature is on the document (P573-33a); demanded for a signed document. */
  signedBy?: string;
}

/** What kept a provider from working: the law names the first two, "and the like" (P573-42). */
export const outageCauses = ['no_internet', 'no_electricity', 'system_failure', 'other'] as const;
export type OutageCause = (typeof outageCauses)[number];

/** Unforeseen circumstances at the provider (P573-42). */
export interface Outage {
  /** The id it has at the provider's register. */
  id: string;
  cause: OutageCause;
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
