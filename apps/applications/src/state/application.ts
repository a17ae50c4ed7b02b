import type { Applications } from '@kyzmat/contracts';
import type { Answers, FileValue } from '@kyzmat/forms';
import type { ApplicationEvent, ApplicationState, ClockKind } from '@kyzmat/lifecycle';
import type { Aggregate } from '@kyzmat/store';

/** Who applies, as ESI knew them when the draft was begun. */
export interface Applicant {
  readonly kind: 'natural' | 'legal';
  readonly name: string;
  /** PIN of a person, INN of an organisation; empty when ESI gave none. */
  readonly identifier: string;
  /** Who vouches for all this; a provider may ask for more when it is the person alone. */
  readonly assurance?: 'self_asserted' | 'esi' | 'qualified';
}

/** What the user signed. Written once with the application; no update touches it. */
export interface SignedContent {
  /** The very text that was hashed and signed: canonical JSON of form, version and answers. */
  readonly text: string;
  /** The same answers as data. */
  readonly answers: Answers;
  /** Files named in the answers. */
  readonly files: readonly FileValue[];
  /** Identity's JWS over subject, hash, level and time. */
  readonly signature: string;
  /** The signature's own id: unique, so no signature is used twice. */
  readonly jti: string;
  /** The qualified signature itself: who checks it later needs nobody. */
  readonly qualified?: Applications['QualifiedSignature'];
  readonly applicant: Applicant;
}

/** What the lists sort and filter by, computed from the state with each write. */
export interface Listing {
  /** The provider's nearest open limit, met or passed; `never` when it owes nothing, so that it sorts last. */
  readonly dueAt: string;
  readonly dueKind?: ClockKind;
  readonly breached: boolean;
  /** The last limit that was broken. */
  readonly breachedAt?: string;
}
export const never = '9999-12-31T23:59:59.999Z';

/** The state of libs/domain/lifecycle, with what lists need beside it. */
export interface StoredState extends ApplicationState {
  readonly list: Listing;
}

/** History entries are the lifecycle's own events, so the state can be folded again from them at any time. */
export type StoredApplication = Aggregate<StoredState, ApplicationEvent>;

/** The one document of an application: everything is born in one write. */
export interface ApplicationDocument extends StoredApplication {
  readonly content: SignedContent;
}
