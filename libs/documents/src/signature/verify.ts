import { verify, X509Certificate } from 'node:crypto';
import type { Instant } from '../texts.ts';
import { encodeSignature, sha256 } from './cms.ts';
import { parseSignature } from './parse-cms.ts';
import type { ParsedSignature } from './parse-cms.ts';
import { pemToDer } from './pem.ts';
import { contentsText, filledPlaces } from './place.ts';
import type { FilledPlace } from './place.ts';
import { problem } from './problems.ts';
import { readList } from './revocation.ts';
import { judgePath, signedBy } from './trust.ts';
import type { ProblemCode, VerificationMethod, VerificationOptions, VerificationReport } from './types.ts';

const harmful: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-signed',
  'several-signatures',
  'malformed',
  'not-whole-file',
  'changed',
  'signature-wrong',
]);

interface Found {
  readonly problems: readonly ProblemCode[];
  readonly signature: ParsedSignature | null;
  readonly signedAt: Date | null;
  readonly certificateValid: boolean;
}

const report = (found: Found): VerificationReport => {
  const codes = [...new Set(found.problems)];
  const signer = found.signature?.certificates[0];
  return {
    valid: codes.length === 0,
    intact: !codes.some((code) => harmful.has(code)),
    coversWholeFile: !codes.some((code) =>
      ['not-signed', 'several-signatures', 'not-whole-file'].includes(code),
    ),
    signedBy: signer === undefined ? null : signedBy(signer),
    signedAt: found.signedAt?.toISOString() ?? null,
    certificateValid: found.certificateValid,
    revoked: codes.includes('revoked'),
    problems: codes.map(problem),
  };
};

const unreadable = (...problems: readonly ProblemCode[]): VerificationReport =>
  report({ problems, signature: null, signedAt: null, certificateValid: false });

const keySigned = ({ certificates, signedAttributes, signatureValue }: ParsedSignature): boolean => {
  const [signer] = certificates;
  if (signer === undefined) return false;
  const { publicKey } = new X509Certificate(signer);
  return (
    publicKey.asymmetricKeyType === 'ec' && verify('sha256', signedAttributes, publicKey, signatureValue)
  );
};

/** Whom to trust, read once; wrong PEM here is the caller's mistake and throws. */
interface Trust {
  readonly anchors: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly at: Date;
}

const readTrust = ({ trustAnchors, crls, at }: VerificationOptions): Trust => ({
  anchors: trustAnchors.map((anchor) => new Uint8Array(new X509Certificate(anchor).raw)),
  crls: crls.map(pemToDer),
  at: new Date(at),
});

/** What a signature shows about content with this digest. */
const judge = (signature: ParsedSignature, digest: Uint8Array, trust: Trust): Found => {
  const problems: ProblemCode[] = [];
  if (!keySigned(signature)) problems.push('signature-wrong');
  if (Buffer.compare(signature.digest, digest) !== 0) problems.push('changed');
  const { path, problems: ofPath } = judgePath(
    signature.certificates,
    [...trust.crls, ...signature.crls],
    trust.anchors,
    trust.at,
  );
  if (!evidenceBelongs(signature, path)) problems.push('malformed');
  return {
    problems: [...problems, ...ofPath],
    signature,
    signedAt: signature.signingTime,
    certificateValid: ofPath.length === 0,
  };
};

/** Each certificate and list inside is part of the path, so none can be swapped or damaged unseen. */
const evidenceBelongs = (signature: ParsedSignature, path: readonly Uint8Array[]): boolean =>
  path.length === 0 ||
  (signature.certificates.every((inside) => path.some((step) => Buffer.compare(step, inside) === 0)) &&
    signature.crls.every((crl) => path.some((issuer) => readList(crl, issuer) !== null)));

const coversAll = (
  pdf: Uint8Array,
  { byteRange: [start, length, next, rest], contents }: FilledPlace,
): boolean => start === 0 && next === length + contents.length && next > length && next + rest === pdf.length;

const hexBytes = (contents: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(contents.subarray(1, -1)).toString('latin1'), 'hex'));

/** The room of the signature is not signed, so it must be written in the one way in which we write it. */
const writtenOurWay = (signature: ParsedSignature, { contents }: FilledPlace): boolean =>
  Buffer.compare(contents, contentsText(encodeSignature(signature))) === 0;

/** Whatever cannot even be read is malformed. */
const orMalformed = (
  read: () => VerificationReport,
  also: readonly ProblemCode[] = [],
): VerificationReport => {
  try {
    return read();
  } catch {
    return unreadable('malformed', ...also);
  }
};

const judgePlace = (pdf: Uint8Array, place: FilledPlace, trust: Trust): VerificationReport => {
  const covers: ProblemCode[] = coversAll(pdf, place) ? [] : ['not-whole-file'];
  return orMalformed(() => {
    const signature = parseSignature(hexBytes(place.contents));
    const written: ProblemCode[] = writtenOurWay(signature, place) ? [] : ['malformed'];
    const found = judge(signature, sha256(...place.signed), trust);
    return report({
      ...found,
      problems: [...covers, ...written, ...found.problems],
      signedAt: place.signedAt,
    });
  }, covers);
};

/**
 * Checks a PDF signed by `signPdf` (P573-D4): that not one byte differs, and that a trusted, unrevoked certificate
 * signed it. Strict: one signature, over the whole file, written as we write it. A bad file never throws: the report
 * says what is wrong.
 * @throws when an anchor or a list given is not PEM
 */
export const verifyPdf = (pdf: Uint8Array, options: VerificationOptions): VerificationReport => {
  const trust = readTrust(options);
  const [place, ...others] = filledPlaces(pdf);
  if (place === undefined) return unreadable('not-signed');
  const verdict = judgePlace(pdf, place, trust);
  if (others.length === 0) return verdict;
  return {
    ...verdict,
    valid: false,
    intact: false,
    coversWholeFile: false,
    problems: [problem('several-signatures'), ...verdict.problems],
  };
};

/**
 * Checks a detached signature over the content. Bad bytes never throw: the report says what is wrong.
 * @throws when an anchor or a list given is not PEM
 */
export const verifyContent = (
  content: Uint8Array,
  signature: Uint8Array,
  options: VerificationOptions,
): VerificationReport => {
  const trust = readTrust(options);
  return orMalformed(() => report(judge(parseSignature(signature), sha256(content), trust)));
};

/** The portal's own method (P573-D4): PAdES against anchors and lists that are read anew at each check. */
export const padesMethod = (trust: () => Promise<Omit<VerificationOptions, 'at'>>): VerificationMethod => ({
  name: 'pades-b',
  title: {
    ky: 'PDF документтеги электрондук кол тамганы текшерүү',
    ru: 'Проверка электронной подписи в документе PDF',
  },
  verify: async (document: Uint8Array, at: Instant) => verifyPdf(document, { ...(await trust()), at }),
});
