export { embedSignature, localSigner, prepareSignature, signContent, signPdf } from './sign.ts';
export { padesMethod, verifyContent, verifyPdf } from './verify.ts';
