export { createAuthority, openAuthority } from './authority/index.ts';
export type {
  Authority,
  AuthorityWorld,
  Issued,
  MachineName,
  Revocation,
  SignerName,
  Validity,
} from './authority/index.ts';
export { DocumentRefused } from './refused.ts';
export type { RefusalCode } from './refused.ts';
export { renderPaymentDocument, renderRequestCopy, renderResult } from './render/index.ts';
export type {
  DocumentHead,
  Identifier,
  Party,
  PaymentDocument,
  PrintedSigner,
  RequestCopy,
  RequestState,
  ResultDocument,
  Row,
  RowGroup,
  SigningCertificate,
  VerificationAddress,
} from './render/input.ts';
export {
  contentSignature,
  embedSignature,
  localSigner,
  padesMethod,
  prepareContentSignature,
  prepareSignature,
  signContent,
  signPdf,
  verifyContent,
  verifyDigest,
  verifyPdf,
} from './signature/index.ts';
export type {
  CertificateName,
  ContentReport,
  Pem,
  PreparedSignature,
  Problem,
  ProblemCode,
  SignedBy,
  SignatureEvidence,
  SigningIdentity,
  VerificationMethod,
  VerificationOptions,
  VerificationReport,
} from './signature/types.ts';
export type { Instant, Language, Languages, Text, Words } from './texts.ts';
