import type { Instant, Text } from '../texts.ts';
import type { Scheme } from './scheme.ts';

/** A certificate, a revocation list or a key as PEM text. */
export type Pem = string;

/** What goes into a signature beside its value. */
export interface SignatureEvidence {
  /** The signer's certificate first, the issuers above it after. */
  readonly certificateChain: readonly Pem[];
  /** The issuers' revocation lists, newest. */
  readonly crls: readonly Pem[];
}

/** Who signs. The private key may live elsewhere: only `sign` reaches it. */
export interface SigningIdentity extends SignatureEvidence {
  /** Which way the key signs; unless told ECDSA over SHA-256, of RSA PKCS#1 v1.5. PDFs of the portal are ECDSA P-256. */
  readonly scheme?: Scheme;
  /** Signs the bytes and gives the signature value, of ECDSA in DER. */
  readonly sign: (toBeSigned: Uint8Array) => Promise<Uint8Array>;
}

/** A PDF ready to be signed. */
export interface PreparedSignature {
  /** The file with everything filled in but the signature itself. */
  readonly pdf: Uint8Array;
  /** The two signed parts of the file: offset, length, offset, length. */
  readonly byteRange: readonly [number, number, number, number];
  /** DER of the signed attributes: exactly what the key signs. */
  readonly toBeSigned: Uint8Array;
}

/** Whom to trust, and for which moment the certificate is judged. */
export interface VerificationOptions {
  readonly trustAnchors: readonly Pem[];
  /** The newest revocation lists known; those inside the signature are read too. */
  readonly crls: readonly Pem[];
  /** The moment judged: now, or the recorded moment of issue for a document of one's own. */
  readonly at: Instant;
}

/** What can be wrong with a signature. */
export type ProblemCode =
  | 'not-signed'
  | 'several-signatures'
  | 'malformed'
  | 'not-whole-file'
  | 'changed'
  | 'signature-wrong'
  | 'weak-key'
  | 'untrusted'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-purpose'
  | 'revoked'
  | 'revocation-unknown';

/** One problem, in words for people. */
export interface Problem {
  readonly code: ProblemCode;
  readonly text: Text;
}

/** Whose certificate it is, as the authority wrote it; what it does not say is empty. */
export interface SignedBy {
  readonly commonName: string;
  readonly organisation: string;
  readonly post: string;
  /** Personal identification number. */
  readonly pin: string;
  /** Tax number of the organisation. */
  readonly inn: string;
}

/** What names a certificate: its number with whoever gave it out. */
export interface CertificateName {
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly issuer: string;
}

/** What the checks found (P573-D4: the document's authenticity, and the signature on it). */
export interface VerificationReport {
  /** All of it holds: no problem was found. */
  readonly valid: boolean;
  /** Authenticity: every byte is as it was when signed. */
  readonly intact: boolean;
  /** The signature stands over the whole file; nothing was put after it. */
  readonly coversWholeFile: boolean;
  /** Null when no certificate could be read. Believe it only when `valid`. */
  readonly signedBy: SignedBy | null;
  /** The signer's own claim of when it was signed. */
  readonly signedAt: Instant | null;
  /** The certificate leads to a trust anchor and was in force at the moment judged. */
  readonly certificateValid: boolean;
  readonly revoked: boolean;
  readonly problems: readonly Problem[];
}

/** What the checks of a signature over a content found. */
export interface ContentReport extends VerificationReport {
  /** By which one it is known who signed; null when none could be read. Believe it only when `valid`. */
  readonly certificate: CertificateName | null;
  /**
   * Which act of signing this was, as hex: the same for every writing of the same signature, another for another. Empty
   * when it could not be read.
   */
  readonly id: string;
}

/** A way to check a document got from the portal; the committee approves which (P573-D4). Replaceable. */
export interface VerificationMethod {
  /** Stable name, recorded with each check. */
  readonly name: string;
  readonly title: Text;
  readonly verify: (document: Uint8Array, at: Instant) => Promise<VerificationReport>;
}
