export { signIn, type Citizen } from './citizen.ts';
export { clientOf } from './clients.ts';
export { codeOn, letters, messagesOn } from './outside.ts';
export { draftReady, signedSubmission, submit } from './submission.ts';
export { Visitor } from './visitor.ts';
