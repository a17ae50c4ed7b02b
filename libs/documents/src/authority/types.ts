import type { KeyObject } from 'node:crypto';
import type { Pem } from '../signature/types.ts';
import type { Instant } from '../texts.ts';

/** What an authority needs from outside. */
export interface AuthorityWorld {
  readonly clock: { readonly now: () => Date };
  /** Random bytes for serial numbers; keys always come from the system's own source. */
  readonly random: (bytes: number) => Uint8Array;
  /** Where the revocation list is published: written into every certificate. */
  readonly listAddress: string;
}

/** A certificate with its private key (PKCS#8). */
export interface Issued {
  readonly certificate: Pem;
  readonly key: Pem;
}

/** A person who signs: for an organisation, or for themselves. */
export interface SignerName {
  readonly commonName: string;
  readonly organisation?: string;
  readonly post?: string;
  /** Personal identification number, 14 digits. */
  readonly pin?: string;
  /** Tax number of the organisation signed for. */
  readonly inn?: string;
}

/** A machine on the network, for mutual TLS: usable as server and as client. Hosts are names or IPv4 addresses. */
export interface MachineName {
  readonly commonName: string;
  readonly organisation: string;
  readonly hosts: readonly string[];
}

/** From when until when a certificate is in force. */
export interface Validity {
  readonly from: Instant;
  readonly until: Instant;
}

/** A certificate withdrawn, from when on. */
export interface Revocation {
  readonly certificate: Pem;
  readonly at: Instant;
}

/** A small certification authority of one's own, for demonstration and tests. Not for production. */
export interface Authority extends Issued {
  /** By default certificates are in force from now for two years, over a fresh P-256 key. */
  readonly issueSigner: (name: SignerName, validity?: Validity, privateKey?: KeyObject) => Promise<Issued>;
  readonly issueMachine: (name: MachineName, validity?: Validity) => Promise<Issued>;
  /** The list of withdrawn certificates as of now; by default good for a year. */
  readonly revocationList: (revoked: readonly Revocation[], until?: Instant) => Promise<Pem>;
}
