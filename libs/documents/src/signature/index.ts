export {
  contentSignature,
  embedSignature,
  localSigner,
  prepareContentSignature,
  prepareSignature,
  signContent,
  signPdf,
} from './sign.ts';
export { padesMethod, verifyContent, verifyDigest, verifyPdf } from './verify.ts';
