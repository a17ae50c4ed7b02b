import type { Applications, Common } from '@kyzmat/contracts';
import type { ProblemCode, VerificationReport } from '@kyzmat/documents';
import type { IssuedInformation, IssuedPdf } from './issued.ts';

export type Verification = Applications['Verification'];
type Outcome = Verification['outcome'];

const notInRegister: Common['Text'] = {
  ky: 'Портал мындай документ берген эмес.',
  ru: 'Портал такой документ не выдавал.',
};
const foreign: readonly ProblemCode[] = ['untrusted', 'wrong-purpose'];

/**
 * What a check came to (P573-D4). Valid is only what is in the register byte for byte and whose signature holds as well.
 * @param issued what the register says of the file with exactly these bytes; undefined when it knows no such file
 */
export function outcomeOf(report: VerificationReport, issued: IssuedPdf | undefined): Outcome {
  if (issued !== undefined && report.valid) return 'valid';
  const codes = report.problems.map(({ code }) => code);
  if (codes.includes('not-signed')) return 'unknown';
  if (codes.some((code) => foreign.includes(code))) return 'foreign_signature';
  if (!report.intact) return 'changed';
  if (report.revoked) return 'revoked';
  return 'unknown';
}

/** The answer for everybody: what the document says of itself already, and nothing of the applicant. */
export function verificationOf(report: VerificationReport, issued: IssuedPdf | undefined): Verification {
  const outcome = outcomeOf(report, issued);
  const problems = report.problems.map(({ text }) => ({ ...text }));
  if (issued === undefined) return { outcome, problems: [...problems, notInRegister] };
  return {
    outcome,
    reference: issued.reference,
    serviceTitle: issued.serviceTitle,
    providerName: issued.providerName,
    issuedAt: issued.issuedAt,
    signedBy: issued.signer.name,
    sha256: issued.sha256,
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** Information is what it was as long as its text has the hash of the register. */
export function informationVerified(issued: IssuedInformation, sha256: string): Verification {
  const { reference, serviceTitle, providerName, issuedAt, source } = issued;
  const outcome = sha256 === issued.sha256 ? 'valid' : 'changed';
  return { outcome, reference, serviceTitle, providerName, issuedAt, source, sha256: issued.sha256 };
}

/** Nothing of this code was ever given out. */
export const unknownCode: Verification = { outcome: 'unknown', problems: [notInRegister] };
