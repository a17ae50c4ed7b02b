import type { Instant } from '../texts.ts';
import type {
  Pem,
  PreparedSignature,
  SigningIdentity,
  VerificationMethod,
  VerificationOptions,
  VerificationReport,
} from './types.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

/** A signer whose key is at hand: PKCS#8 PEM, P-256. */
export const localSigner = (_privateKey: Pem): SigningIdentity['sign'] => notYet();

/** Fills in all but the signature value; `toBeSigned` may then travel to where the key lives. */
export const prepareSignature = (
  _pdf: Uint8Array,
  _signer: { readonly certificate: Pem; readonly at: Instant },
): PreparedSignature => notYet();

/** Puts the signature value, the certificates (signer first) and the revocation lists into a prepared PDF. */
export const embedSignature = (
  _prepared: PreparedSignature,
  _signatureValue: Uint8Array,
  _evidence: { readonly certificateChain: readonly Pem[]; readonly crls: readonly Pem[] },
): Uint8Array => notYet();

/** Signs a rendered PDF: PAdES baseline B. */
export const signPdf = (_pdf: Uint8Array, _identity: SigningIdentity, _at: Instant): Promise<Uint8Array> =>
  notYet();

/** Checks a signed PDF (P573-D4). Never throws on a bad file: it says what is wrong. */
export const verifyPdf = (_pdf: Uint8Array, _options: VerificationOptions): VerificationReport => notYet();

/** A qualified signature over content that stays apart: CMS DER, CAdES baseline B. */
export const signContent = (
  _content: Uint8Array,
  _identity: SigningIdentity,
  _at: Instant,
): Promise<Uint8Array> => notYet();

/** Checks a detached signature over the content. Never throws on bad bytes. */
export const verifyContent = (
  _content: Uint8Array,
  _signature: Uint8Array,
  _options: VerificationOptions,
): VerificationReport => notYet();

/** The portal's own method: PAdES against given anchors and lists, read anew at each check. */
export const padesMethod = (_trust: () => Promise<Omit<VerificationOptions, 'at'>>): VerificationMethod =>
  notYet();
