export { createAuthority, openAuthority } from './authority.ts';
export type {
  Authority,
  AuthorityWorld,
  Issued,
  MachineName,
  Revocation,
  SignerName,
  Validity,
} from './types.ts';
