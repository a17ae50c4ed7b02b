import type { Applications, Common } from '@kyzmat/contracts';
import type { ProblemCode, VerificationReport } from '@kyzmat/documents';
import type { IssuedInformation, IssuedPdf, LetGo } from './issued.ts';

/** What the register says of a signed document, without the document. */
export type IssuedRecord = Omit<IssuedPdf, 'pdf'>;
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
export function outcomeOf(report: VerificationReport, issued: object | undefined): Outcome {
  if (issued !== undefined && report.valid) return 'valid';
  const codes = report.problems.map(({ code }) => code);
  if (codes.includes('not-signed')) return 'unknown';
  if (codes.some((code) => foreign.includes(code))) return 'foreign_signature';
  if (!report.intact) return 'changed';
  if (report.revoked) return 'revoked';
  return 'unknown';
}

/** The answer for everybody: what the document says of itself already, and nothing of the applicant. */
export function verificationOf(report: VerificationReport, issued: IssuedRecord | undefined): Verification {
  const outcome = outcomeOf(report, issued);
  const problems = report.problems.map(({ text }) => ({ ...text }));
  if (issued === undefined) return { outcome, problems: [...problems, notInRegister] };
  return {
    outcome,
    ...recordOf(issued),
    signedBy: issued.signer.name,
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** Its code is in the register; whether a file is the one it was given for, the file itself shows. */
export function letGoVerified(issued: LetGo): Verification {
  const by = 'signer' in issued ? { signedBy: issued.signer.name } : { source: issued.source };
  return { outcome: 'valid', ...recordOf(issued), ...by, note: letGoNote };
}

function recordOf(issued: IssuedRecord | LetGo | Omit<IssuedInformation, 'information'>) {
  const { reference, serviceTitle, providerName, issuedAt, sha256 } = issued;
  return { reference, serviceTitle, providerName, issuedAt, sha256 };
}

const letGoNote: Common['Text'] = {
  ky: 'Ээси бул документти порталдан өчүргөн: реестрде анын берилгени гана калды. Колуңуздагы файл ошол экенин билүү үчүн файлдын өзүн текшериңиз.',
  ru: 'Владелец удалил этот документ с портала: в реестре осталась только запись о выдаче. Чтобы узнать, тот ли файл у вас, проверьте сам файл.',
  en: 'Its owner has deleted this document from the portal: the register only says that it was issued. To see whether the file you hold is that one, check the file itself.',
};

/**
 * Information of a code in the register: valid with every byte of the file as it was, and the portal's seal on it.
 * @param report what the seal in the file shows
 */
export function informationVerified(
  report: VerificationReport,
  issued: Omit<IssuedInformation, 'information'>,
  sha256: string,
): Verification {
  const outcome = sha256 === issued.sha256 ? outcomeOf(report, issued) : 'changed';
  const problems = report.problems.map(({ text }) => ({ ...text }));
  return {
    outcome,
    ...recordOf(issued),
    source: issued.source,
    ...(outcome === 'valid' && report.signedBy !== null ? { signedBy: report.signedBy.commonName } : {}),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** Nothing of this code was ever given out. */
export const unknownCode: Verification = { outcome: 'unknown', problems: [notInRegister] };
