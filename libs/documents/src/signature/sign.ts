import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { DocumentRefused } from '../refused.ts';
import type { Instant } from '../texts.ts';
import { encodeSignature, sha256, signedAttributes } from './cms.ts';
import type { DetachedSignature } from './cms.ts';
import { pemToDer } from './pem.ts';
import { isBy, nodeKey, schemeOf } from './scheme.ts';
import type { Scheme } from './scheme.ts';
import { contentsText, fillPlace, ROOM, signedParts } from './place.ts';
import type { Pem, PreparedSignature, SignatureEvidence, SigningIdentity } from './types.ts';

/** A signer whose key is at hand: PKCS#8 PEM. */
export const localSigner = (privateKey: Pem, wanted?: Scheme): SigningIdentity['sign'] => {
  const key = createPrivateKey(privateKey);
  const scheme = wanted ?? schemeOf(key);
  return (toBeSigned) => Promise.resolve(new Uint8Array(sign(scheme.hash, toBeSigned, nodeKey(key, scheme))));
};

/**
 * Fills in all but the signature value; `toBeSigned` may then travel to where the key lives.
 * @param signer the certificate the signature will name, and the moment written into the PDF as time of signing
 * @throws DocumentRefused `no-signature-place`
 */
export const prepareSignature = (
  pdf: Uint8Array,
  signer: { readonly certificate: Pem; readonly at: Instant },
): PreparedSignature => {
  const filled = fillPlace(pdf, new Date(signer.at));
  const digest = sha256(...signedParts(filled.pdf, filled.byteRange));
  return {
    pdf: new Uint8Array(filled.pdf),
    byteRange: filled.byteRange,
    toBeSigned: signedAttributes(digest, pemToDer(signer.certificate)),
  };
};

const assemble = (
  toBeSigned: Uint8Array,
  signatureValue: Uint8Array,
  evidence: SignatureEvidence & Pick<SigningIdentity, 'scheme'>,
): DetachedSignature => {
  const [signer = new Uint8Array(), ...above] = evidence.certificateChain.map(pemToDer);
  const { publicKey } = new X509Certificate(signer);
  const scheme = evidence.scheme ?? schemeOf(publicKey);
  if (!isBy(publicKey, scheme, toBeSigned, signatureValue)) {
    throw new DocumentRefused('signature-wrong', 'The signature value is not by the key of the certificate');
  }
  const withoutRoot = above.filter((certificate) => {
    const { subject, issuer } = new X509Certificate(certificate);
    return subject !== issuer;
  });
  return {
    signedAttributes: toBeSigned,
    signatureValue,
    scheme,
    certificates: [signer, ...withoutRoot],
    crls: evidence.crls.map(pemToDer),
  };
};

/**
 * Puts the signature value, the certificates (signer first) and the revocation lists into a prepared PDF. The root is
 * left out: whoever checks has it already. Lists too long for the room are left out too: the certificate names them.
 * @throws DocumentRefused `signature-wrong` when the value is not by the key of the first certificate
 */
export const embedSignature = (
  prepared: PreparedSignature,
  signatureValue: Uint8Array,
  evidence: SignatureEvidence,
): Uint8Array => {
  const signature = assemble(prepared.toBeSigned, signatureValue, evidence);
  const complete = encodeSignature(signature);
  const fitting = complete.length <= ROOM ? complete : encodeSignature({ ...signature, crls: [] });
  const signed = Buffer.from(prepared.pdf);
  signed.set(contentsText(fitting), prepared.byteRange[1]);
  return new Uint8Array(signed);
};

/** Signs a rendered PDF: PAdES baseline B. */
export const signPdf = async (
  pdf: Uint8Array,
  identity: SigningIdentity,
  at: Instant,
): Promise<Uint8Array> => {
  const [certificate = ''] = identity.certificateChain;
  const prepared = prepareSignature(pdf, { certificate, at });
  return embedSignature(prepared, await identity.sign(prepared.toBeSigned), identity);
};

/** What a key elsewhere has to sign so that `contentSignature` can make a signature over content of it. */
export const prepareContentSignature = (
  content: Uint8Array,
  signer: { readonly certificate: Pem; readonly at: Instant },
): Uint8Array => signedAttributes(sha256(content), pemToDer(signer.certificate), new Date(signer.at));

/**
 * A signature over content that stays apart, of what was prepared and its signature value: CMS DER, CAdES baseline B.
 * @throws DocumentRefused `signature-wrong` when the value is not by the key of the first certificate
 */
export const contentSignature = (
  toBeSigned: Uint8Array,
  signatureValue: Uint8Array,
  evidence: SignatureEvidence,
): Uint8Array => encodeSignature(assemble(toBeSigned, signatureValue, evidence));

/** A qualified signature over content that stays apart, by a key at hand. */
export const signContent = async (
  content: Uint8Array,
  identity: SigningIdentity,
  at: Instant,
): Promise<Uint8Array> => {
  const [certificate = ''] = identity.certificateChain;
  const toBeSigned = prepareContentSignature(content, { certificate, at });
  return contentSignature(toBeSigned, await identity.sign(toBeSigned), identity);
};
