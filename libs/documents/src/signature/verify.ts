import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../texts.ts';
import { certificateName, isSame, readCertificate } from './certificate.ts';
import type { ReadCertificate } from './certificate.ts';
import { encodeSignature, sha256 } from './cms.ts';
import { parseSignature } from './parse-cms.ts';
import type { ParsedSignature } from './parse-cms.ts';
import { pemToDer } from './pem.ts';
import { contentsText, filledPlaces } from './place.ts';
import type { FilledPlace } from './place.ts';
import { nothingRead, report } from './report.ts';
import type { Findings } from './report.ts';
import { readList } from './revocation.ts';
import { isBy, isStrong, ownScheme } from './scheme.ts';
import { judgePath } from './trust.ts';
import type {
  ContentReport,
  ProblemCode,
  VerificationMethod,
  VerificationOptions,
  VerificationReport,
} from './types.ts';

/** Whom to trust, read once. */
interface Trust {
  readonly anchors: readonly ReadCertificate[];
  readonly crls: readonly Uint8Array[];
  readonly at: Date;
}

const readTrust = ({ trustAnchors, crls, at }: VerificationOptions): Trust => ({
  anchors: trustAnchors.map((anchor) => readCertificate(pemToDer(anchor))),
  crls: crls.map(pemToDer),
  at: new Date(at),
});

const keySigned = (
  { scheme, signedAttributes, signatureValue }: ParsedSignature,
  { x509: { publicKey } }: ReadCertificate,
): boolean => isBy(publicKey, scheme, signedAttributes, signatureValue);

/** Each certificate and list inside is part of the path, so none can be swapped or damaged unseen. */
const evidenceBelongs = (
  inside: readonly ReadCertificate[],
  crls: readonly Uint8Array[],
  path: readonly ReadCertificate[],
): boolean =>
  inside.every((certificate) => path.some((step) => isSame(step, certificate))) &&
  crls.every((crl) => path.some((issuer) => readList(crl, issuer) !== null));

/** What a signature shows about content with this digest. */
const judge = (signature: ParsedSignature, digest: Uint8Array, trust: Trust): Findings => {
  const certificates = signature.certificates.map(readCertificate);
  const [signer, ...between] = certificates;
  if (signer === undefined) return nothingRead('malformed');
  const crls = [...trust.crls, ...signature.crls];
  const { path, problems: ofPath } = judgePath(signer, between, { ...trust, crls });
  const problems: ProblemCode[] = [];
  if (!certificates.every(({ x509 }) => isStrong(x509.publicKey))) problems.push('weak-key');
  if (!keySigned(signature, signer)) problems.push('signature-wrong');
  if (Buffer.compare(signature.digest, digest) !== 0) problems.push('changed');
  if (path.length > 0 && !evidenceBelongs(certificates, signature.crls, path)) problems.push('malformed');
  return {
    problems: [...problems, ...ofPath],
    signer,
    signedAt: signature.signingTime,
    certificateValid: ofPath.length === 0,
  };
};

/** Whatever cannot even be read is malformed. */
const orMalformed = (find: () => Findings): Findings => {
  try {
    return find();
  } catch {
    return nothingRead('malformed');
  }
};

const coversAll = (
  pdf: Uint8Array,
  { byteRange: [start, length, next, rest], contents }: FilledPlace,
): boolean => start === 0 && next === length + contents.length && next > length && next + rest === pdf.length;

const hexBytes = (contents: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(contents.subarray(1, -1)).toString('latin1'), 'hex'));

/** The room of the signature is not signed, so it must be written in the one way in which we write it. */
const writtenOurWay = (signature: ParsedSignature, { contents }: FilledPlace): boolean =>
  isDeepStrictEqual(signature.scheme, ownScheme) &&
  Buffer.compare(contents, contentsText(encodeSignature(signature))) === 0;

const judgePlace = (pdf: Uint8Array, place: FilledPlace, trust: Trust): Findings => {
  const findings = orMalformed(() => {
    const signature = parseSignature(hexBytes(place.contents));
    const found = judge(signature, sha256(...place.signed), trust);
    return writtenOurWay(signature, place) ? found : { ...found, problems: ['malformed', ...found.problems] };
  });
  const covers: ProblemCode[] = coversAll(pdf, place) ? [] : ['not-whole-file'];
  return { ...findings, problems: [...covers, ...findings.problems], signedAt: place.signedAt };
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
  if (place === undefined) return report(nothingRead('not-signed'));
  const findings = judgePlace(pdf, place, trust);
  const several: ProblemCode[] = others.length === 0 ? [] : ['several-signatures'];
  return report({ ...findings, problems: [...several, ...findings.problems] });
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
  return report(orMalformed(() => judge(parseSignature(signature), sha256(content), trust)));
};

/**
 * Checks a detached signature over a content of which only the SHA-256 is at hand. Bad bytes never throw.
 * @throws when an anchor or a list given is not PEM
 */
export const verifyDigest = (
  digest: Uint8Array,
  signature: Uint8Array,
  options: VerificationOptions,
): ContentReport => {
  const trust = readTrust(options);
  let id = '';
  const findings = orMalformed(() => {
    const parsed = parseSignature(signature);
    // The value of a signature can be written in two ways, what it signs in one.
    id = Buffer.from(sha256(parsed.signedAttributes)).toString('hex');
    return judge(parsed, digest, trust);
  });
  const certificate = findings.signer === null ? null : certificateName(findings.signer);
  return { ...report(findings), id, certificate };
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
