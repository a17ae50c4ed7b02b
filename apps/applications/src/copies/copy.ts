import type { Applications } from '@kyzmat/contracts';
import type { RequestCopy, RequestState, SigningCertificate } from '@kyzmat/documents';
import { filesIn, type Answers } from '@kyzmat/forms';
import { formatLocal } from '@kyzmat/working-time';
import type { Service } from '../catalogue/catalogue.ts';
import type { Draft, DraftState } from '../drafts/store.ts';
import { identifierOf } from '../results/draw.ts';
import type { Applicant, ApplicationDocument } from '../state/application.ts';
import { inBothLanguages } from './both-languages.ts';

type Language = DraftState['language'];
/** What every copy is made with. */
export interface CopyInput {
  readonly service: Service;
  readonly language: Language;
  /** The time zone in which moments are written. */
  readonly zone: string;
}

/** P573-27b: the copy of a draft, which says of itself that it is one. */
export function draftCopy({ state }: Draft, input: CopyInput): RequestCopy {
  const savedOn = inWords(state.savedAt, input.zone);
  return copy(input, state.applicant, state.answers, state.savedAt, { kind: 'draft', savedOn });
}

/** P573-27a: the copy of what was signed and sent. */
export function applicationCopy({ state, content }: ApplicationDocument, input: CopyInput): RequestCopy {
  return copy(input, content.applicant, content.answers, state.submittedAt, {
    kind: 'submitted',
    reference: state.reference,
    submittedOn: inWords(state.submittedAt, input.zone),
    signature: state.signature.level,
    ...(content.qualified && { certificate: certificateIn(content.qualified, input.zone) }),
  });
}

function copy(
  { service, language }: CopyInput,
  applicant: Applicant | undefined,
  answers: Answers,
  createdAt: string,
  state: RequestState,
): RequestCopy {
  return {
    languages: [language],
    createdAt,
    service: service.definition.service.title,
    provider: service.providerName,
    applicant:
      applicant === undefined
        ? { name: '—', identifier: { kind: 'pin', value: '—' } }
        : { name: applicant.name, identifier: identifierOf(applicant) },
    state,
    groups: inBothLanguages(service.form, answers).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, text: value }) => ({ label, value })),
    })),
    attachments: filesIn(service.form.dropHidden(answers).answers).map(({ name }) => name),
  };
}

function certificateIn(
  { at, certificate }: Applications['QualifiedSignature'],
  zone: string,
): SigningCertificate {
  const { holder, organisation, serialNumber, issuer } = certificate;
  const named = organisation === undefined ? holder : `${holder}, ${organisation}`;
  return { holder: named, serialNumber, issuer, signedOn: inWords(at, zone) };
}

function inWords(instant: string, zone: string): { ky: string; ru: string } {
  return { ky: formatLocal(instant, 'ky', zone), ru: formatLocal(instant, 'ru', zone) };
}
