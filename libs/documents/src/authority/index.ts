import type { Pem } from '../signature/types.ts';
import type { Instant } from '../texts.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

/** What an authority needs from outside. */
export interface AuthorityWorld {
  readonly clock: { readonly now: () => Date };
  readonly random: (bytes: number) => Uint8Array;
}

/** A certificate with its private key (PKCS#8). */
export interface Issued {
  readonly certificate: Pem;
  readonly key: Pem;
}

/** A person who signs for an organisation. */
export interface SignerName {
  readonly commonName: string;
  readonly organisation: string;
  readonly post: string;
}

/** A machine on the network, for mutual TLS: usable as server and as client. */
export interface MachineName {
  readonly commonName: string;
  readonly organisation: string;
  readonly hosts: readonly string[];
}

/** A certificate withdrawn, from when on. */
export interface Revocation {
  readonly certificate: Pem;
  readonly at: Instant;
}

/** A small certification authority of one's own, for demonstration and tests. Not for production. */
export interface Authority extends Issued {
  readonly issueSigner: (
    name: SignerName,
    validity?: { readonly from: Instant; readonly until: Instant },
  ) => Promise<Issued>;
  readonly issueMachine: (name: MachineName) => Promise<Issued>;
  /** The list of withdrawn certificates as of now. */
  readonly revocationList: (revoked: readonly Revocation[]) => Promise<Pem>;
}

/** Makes a new root. */
export const createAuthority = (_world: AuthorityWorld, _commonName?: string): Promise<Authority> => notYet();

/** Opens an authority whose certificate and key were kept. */
export const openAuthority = (_world: AuthorityWorld, _kept: Issued): Promise<Authority> => notYet();
