import type { Identity } from '@kyzmat/contracts';
import type { Identifier, ResultDocument } from '@kyzmat/documents';
import type { Answers } from '@kyzmat/forms';
import type { Service } from '../catalogue/catalogue.ts';
import { dayInWords } from '../dates.ts';
import type { Applicant, ApplicationDocument } from '../state/application.ts';

/** What goes into the result of one application. */
export interface ResultInput {
  readonly application: ApplicationDocument;
  readonly service: Service;
  readonly decision: Answers;
  readonly signer: Identity['Signer'];
  readonly code: string;
  /** The moment of issue, and the zone in which its day is written. */
  readonly at: string;
  readonly zone: string;
  /** Where anybody can check it: the code follows. */
  readonly verifyUrl: string;
}

/** The result by the service's own form (P573-45), in both languages, the applicant's first. */
export function resultDocument(input: ResultInput): ResultDocument {
  const { service, signer, code, at, zone, decision } = input;
  const { state, content, history } = input.application;
  const filled = service.fillResult({
    answers: content.answers,
    decision,
    facts: {
      applicantName: content.applicant.name,
      applicantIdentifier: content.applicant.identifier,
      reference: state.reference,
      submittedOn: dayInWords(state.submittedAt, zone),
    },
  });
  const decided = history.findLast(({ type }) => type === 'approved')?.at ?? at;
  return {
    languages: state.language === 'ru' ? ['ru', 'ky'] : ['ky', 'ru'],
    createdAt: at,
    title: filled.title,
    provider: service.providerName,
    number: code,
    reference: state.reference,
    decisionDate: dayInWords(decided, zone),
    issuedTo: { name: content.applicant.name, identifier: identifierOf(content.applicant) },
    fields: filled.fields,
    paragraphs: filled.paragraphs,
    signer: { name: signer.name, post: filled.signerPost },
    verification: { address: `${input.verifyUrl}/${code}`, code },
  };
}

export function identifierOf({ kind, identifier }: Applicant): Identifier {
  return { kind: kind === 'legal' ? 'inn' : 'pin', value: identifier };
}
