import type {
  Answers,
  CompiledForm,
  DefinitionProblem,
  Feel,
  FormDefinition,
  PlainField,
  Text,
} from '@kyzmat/forms';

/** A text that visitors read too, so English is not optional. */
type VisitorText = Text & { readonly en: string };

/** P573-8n: every service is exactly one of these. */
type ServiceKind = 'state' | 'municipal' | 'extra';

export interface Term {
  readonly count: number;
  readonly unit: 'working_days' | 'calendar_days' | 'hours';
}

export interface Share {
  readonly receiver: Text;
  readonly amountTyiyn: number;
}

export interface Price {
  /** In tyiyn; 0 for a free service. */
  readonly totalTyiyn: number;
  /** How the price is divided; adds up to the total exactly, empty when free (C22-6e). */
  readonly split: readonly Share[];
}

export interface Step {
  readonly who: 'applicant' | 'portal' | 'provider';
  readonly text: Text;
}

/** One way to appeal against a decision. */
interface AppealWay {
  readonly where: Text;
  readonly count: number;
  readonly unit: 'working_days' | 'calendar_days' | 'months';
  readonly law: Text;
}

/** Everything said about a service: its info materials (C22-2h, C22-6) and how it is handled. */
/** Who can vouch for an identity: the unified identification system, or a qualified certificate. */
export type IdentityProof = 'esi' | 'qualified';

export interface ServiceDescription {
  /** The name of its folder. */
  readonly code: string;
  readonly version: number;
  /** True when prices, terms or grounds are made up for the demonstration. */
  readonly demo?: boolean;
  readonly kind: ServiceKind;
  readonly provider: string;
  /** What it is about: a key of `serviceGroups`. */
  readonly group: string;
  readonly title: VisitorText;
  readonly summary: VisitorText;
  readonly description: Text;
  readonly whoCanGet: Text;
  readonly whatYouGet: Text;
  readonly applicantKinds: readonly ('natural' | 'legal')[];
  /** The business process (C22-6b). */
  readonly steps: readonly Step[];
  /** Documents needed (C22-6c). */
  readonly documents: readonly Text[];
  readonly price: Price;
  readonly term: Term;
  /** The act that sets the term: the administrative regulation, or for an extra service its materials (P573-37). */
  readonly termBasis: Text;
  /** Ways in which users are informed of the result (C22-6g). */
  readonly informing: readonly ('cabinet' | 'emessage' | 'email')[];
  readonly legalBasis: readonly Text[];
  /** P573-28a: `qualified` only where the law demands it. */
  readonly signatureLevel: 'simple' | 'qualified';
  /** The law that demands a qualified signature: there exactly when it does. */
  readonly signatureBasis?: Text;
  /** Who must have vouched for the applicant's identity: one of these. Absent: the person's own word will do. */
  readonly identityFrom?: readonly IdentityProof[];
  /** The law that demands a proved identity: there exactly when `identityFrom` is. */
  readonly identityBasis?: Text;
  readonly appearanceRequired: boolean;
  /** The law that demands presence in person (P573-29c): there exactly when `appearanceRequired`. */
  readonly appearanceBasis?: Text;
  /** Where to come. */
  readonly appearancePlace?: Text;
  readonly resultForms: readonly ('signed_document' | 'information')[];
  /** The law that provides for information instead of a document (P573-33b). */
  readonly informationBasis?: Text;
  /** The information system such information comes from: there exactly when it is offered. */
  readonly informationSource?: Text;
  readonly refundOnProvisionRefusal: boolean;
  /** Grounds of a refusal to provide, from the service's own regulation (P573-35e). */
  readonly refusalGrounds: readonly { readonly id: string; readonly text: Text }[];
  /** The law that lets paper be asked for again (P573-29a); absent, paper is never asked for. */
  readonly paperBasis?: Text;
  readonly intake: 'edms' | 'automated';
  readonly searchWords: {
    readonly ky: readonly string[];
    readonly ru: readonly string[];
    readonly latin: readonly string[];
  };
  /** P573-50: a service that needs state secrets is not published. */
  readonly stateSecrets: boolean;
  readonly appeal: Text;
  /** Where a refusal can be appealed against, within what time and by which law, in the order to go (P573-38). */
  readonly appealTerms?: readonly AppealWay[];
}

interface ResultParagraph {
  readonly text: Text;
  /** FEEL over the decision fields. */
  readonly showWhen?: Feel;
}

/**
 * The form of the result (P573-45). Texts hold places in braces: `{answers.x}`, `{decision.x}`, `{applicant.name}`,
 * `{applicant.identifier}`, `{application.reference}`, `{application.submittedOn}`.
 */
export interface ResultTemplate {
  readonly title: Text;
  readonly paragraphs: readonly ResultParagraph[];
  readonly fields: readonly { readonly label: Text; readonly value: string }[];
  /** What the clerk fills in with the decision. */
  readonly decisionFields: readonly PlainField[];
  readonly signerPost: Text;
}

/** One service version as the provider sends it and the operator publishes it. */
export interface ServiceDefinition {
  readonly service: ServiceDescription;
  readonly form: FormDefinition;
  readonly result: ResultTemplate;
}

/** A missing or wrong part, with the rule of law that asks for it where there is one. */
export interface ServiceProblem extends DefinitionProblem {
  readonly rule?: string;
}

export type ServiceCheck =
  | {
      readonly ok: true;
      readonly definition: ServiceDefinition;
      readonly form: CompiledForm;
      /** The clerk's form: one page `decision` with the decision fields. */
      readonly decisionForm: CompiledForm;
      /** The texts of the result document for one application. */
      readonly fillResult: (data: ResultData) => FilledResult;
    }
  | { readonly ok: false; readonly problems: readonly ServiceProblem[] };

/** What the result says beside the answers and the decision. */
export interface ResultFacts {
  readonly applicantName: string;
  readonly applicantIdentifier: string;
  readonly reference: string;
  /** Already in words of each language. */
  readonly submittedOn: Text;
}

export interface FilledResult {
  readonly title: Text;
  readonly paragraphs: readonly Text[];
  readonly fields: readonly { readonly label: Text; readonly value: Text }[];
  readonly signerPost: Text;
}

export interface ResultData {
  readonly answers: Answers;
  readonly decision: Answers;
  readonly facts: ResultFacts;
}
