export { createCsrf, isUpload, type Csrf } from './csrf.ts';
export { ownAddress } from './own-address.ts';
export { setAside, signedIn, whyAside, type SignedIn } from './signed-in.ts';
export { openWebSession, type WebSession, type WebSessionOptions } from './web-session.ts';
