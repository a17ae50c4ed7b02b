import type { Instant } from '@kyzmat/working-time';
import type { LegalClock } from './clocks.ts';
import type {
  Clarification,
  Contacts,
  OfficialLanguage,
  Outage,
  Refund,
  Refusal,
  Result,
  ResultForm,
  SignatureLevel,
  Terms,
} from './parts.ts';
import type { PaymentState, Stage } from './standing.ts';

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
  serviceVersion: number;
  language: OfficialLanguage;
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
  /** Corrected since the application was sent; absent: as it says. */
  contacts?: Contacts;
  result?: Result;
  outage?: Outage;
  clocks: readonly LegalClock[];
}
