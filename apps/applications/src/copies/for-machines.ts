import type { Applications } from '@kyzmat/contracts';
import { filesIn, type Answers } from '@kyzmat/forms';
import type { StoredFile } from '../attachments/store.ts';
import { withScans } from '../attachments/verdicts.ts';
import type { Service } from '../catalogue/catalogue.ts';
import type { Draft } from '../drafts/store.ts';
import type { Applicant, ApplicationDocument } from '../state/application.ts';
import { inBothLanguages } from './both-languages.ts';

type RequestCopy = Applications['RequestCopy'];

const isDraft = {
  ky: 'Бул — долбоор: ага кол коюлган эмес, ал жөнөтүлгөн эмес.',
  ru: 'Это черновик: он не подписан и не отправлен.',
};

/** P573-27a: a draft for machines, at any step; it says of itself that it is one. */
export function draftForMachines(
  { state }: Draft,
  service: Service,
  files: readonly StoredFile[],
): RequestCopy {
  const { applicant, savedAt } = state;
  return {
    ...copy(service, state.answers, applicant, files),
    state: 'draft',
    notice: isDraft,
    savedAt,
  };
}

/** What was signed and sent: the very text with its hash and signature, so that anybody can check them. */
export function applicationForMachines(
  { state, content }: ApplicationDocument,
  service: Service,
  files: readonly StoredFile[],
): RequestCopy {
  return {
    ...copy(service, content.answers, content.applicant, files),
    state: 'submitted',
    submittedAt: state.submittedAt,
    reference: state.reference,
    content: content.text,
    contentHash: state.contentHash,
    signature: content.signature,
    ...(content.qualified && { qualifiedSignature: content.qualified }),
  };
}

function copy(
  { code, version, form, providerName, definition }: Service,
  typed: Answers,
  applicant: Applicant | undefined,
  files: readonly StoredFile[],
): Omit<RequestCopy, 'state'> {
  const { answers } = form.dropHidden(typed);
  return {
    schema: 'kyzmat.request-copy',
    schemaVersion: 1,
    service: { code, version, title: definition.service.title },
    provider: providerName,
    ...(applicant === undefined ? {} : { applicant }),
    answers,
    questions: inBothLanguages(form, answers).flatMap(({ title: page, rows }) =>
      rows.map((row) => ({ page, ...row })),
    ),
    files: withScans(filesIn(answers), files),
  };
}
