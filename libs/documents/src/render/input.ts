import type { Instant, Languages, Text, Words } from '../texts.ts';

/** One line of a table: what it is and what it says. Dates and amounts come already formatted. */
export interface Row {
  readonly label: Text;
  readonly value: Words;
}

/** A titled group of rows. */
export interface RowGroup {
  readonly title: Text;
  readonly rows: readonly Row[];
}

/** Where and by what code anyone can check the document. `address` is the full URL, code included: it is in the QR code. */
export interface VerificationAddress {
  readonly address: string;
  readonly code: string;
}

/** The number by which the state knows a person (PIN) or an organisation (INN). */
export interface Identifier {
  readonly kind: 'pin' | 'inn';
  readonly value: string;
}

/** A person or an organisation. */
export interface Party {
  readonly name: Words;
  readonly identifier: Identifier;
}

/** Who signs, as printed: a person of the provider, or the portal itself. */
export interface PrintedSigner {
  readonly name: Words;
  readonly post: Text;
}

/** What every document says about itself. */
export interface DocumentHead {
  /** Languages shown, the leading one first. */
  readonly languages: Languages;
  /** When the document is made; kept in its metadata. Same input, same bytes. */
  readonly createdAt: Instant;
}

/** The result of a service (P573-33a): what the provider decided, for whom, signed by whom. */
export interface ResultDocument extends DocumentHead {
  readonly title: Text;
  readonly provider: Text;
  /** The document's own number. */
  readonly number: string;
  /** The reference of the application it answers. */
  readonly reference: string;
  readonly decisionDate: Words;
  readonly issuedTo: Party;
  readonly fields: readonly Row[];
  readonly paragraphs: readonly Text[];
  readonly signer: PrintedSigner;
  readonly verification: VerificationAddress;
}

/** A payment document (P573-31b..e). Without `chargeId` or `payerId` it is not issued (P573-31d). */
export interface PaymentDocument extends DocumentHead {
  readonly chargeId: string;
  readonly payerId: string;
  readonly payerName: Words;
  readonly service: Text;
  readonly provider: Text;
  /** The reference of the application paid for. */
  readonly reference: string;
  readonly amount: Words;
  /** How the price is divided among receivers. */
  readonly split: readonly { readonly receiver: Text; readonly amount: Words }[];
  readonly chargedOn: Words;
  readonly paidOn: Words;
  /** The confirmation id of the state e-payment system (P573-32). */
  readonly confirmationId: string;
  /** Given when the portal signs the document: who is printed as signer, and where it can be checked. */
  readonly seal?: { readonly signer: PrintedSigner; readonly verification: VerificationAddress };
}

/** By which certificate a request was signed, and when (P573-28a). */
export interface SigningCertificate {
  readonly holder: Words;
  readonly serialNumber: string;
  readonly issuer: Words;
  readonly signedOn: Words;
}

/** Where an application stands: still a draft, or sent. */
export type RequestState =
  | { readonly kind: 'draft'; readonly savedOn: Words }
  | {
      readonly kind: 'submitted';
      readonly reference: string;
      readonly submittedOn: Words;
      readonly signature: 'simple' | 'qualified';
      /** Of a qualified signature. */
      readonly certificate?: SigningCertificate;
    };

/** A copy of the request for saving and printing (P573-27a, P573-27b). A draft's copy says that it is a draft. */
export interface RequestCopy extends DocumentHead {
  readonly service: Text;
  readonly provider: Text;
  readonly applicant: Party;
  readonly state: RequestState;
  readonly groups: readonly RowGroup[];
  /** Names of the attached files. */
  readonly attachments: readonly string[];
}
