import { signedBy } from './certificate.ts';
import type { ReadCertificate } from './certificate.ts';
import { problem } from './problems.ts';
import type { ProblemCode, VerificationReport } from './types.ts';

/** What the checks found, before it is put into words. */
export interface Findings {
  readonly problems: readonly ProblemCode[];
  readonly signer: ReadCertificate | null;
  readonly signedAt: Date | null;
  readonly certificateValid: boolean;
}

/** With one of these nobody can say that the file is as it was signed. */
const harmful: readonly ProblemCode[] = [
  'not-signed',
  'several-signatures',
  'malformed',
  'not-whole-file',
  'changed',
  'signature-wrong',
  'weak-key',
];

const uncovered: readonly ProblemCode[] = ['not-signed', 'several-signatures', 'not-whole-file'];

export const report = ({ problems, signer, signedAt, certificateValid }: Findings): VerificationReport => {
  const codes = [...new Set(problems)];
  return {
    valid: codes.length === 0,
    intact: !codes.some((code) => harmful.includes(code)),
    coversWholeFile: !codes.some((code) => uncovered.includes(code)),
    signedBy: signer === null ? null : signedBy(signer),
    signedAt: signedAt?.toISOString() ?? null,
    certificateValid,
    revoked: codes.includes('revoked'),
    problems: codes.map(problem),
  };
};

/** What there is to say when no signature could be read. */
export const nothingRead = (...problems: readonly ProblemCode[]): Findings => ({
  problems,
  signer: null,
  signedAt: null,
  certificateValid: false,
});
