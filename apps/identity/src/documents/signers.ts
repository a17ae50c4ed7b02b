import { createPrivateKey, createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '@kyzmat/contracts';
import { notFound } from '@kyzmat/http';
import type { StaffAccount } from '../staff/store.ts';

/** Remote signing: keys of authorised signers stay here, documents are signed by their digest (P573-33a). */
export interface Signers {
  /** The signer with the certificates, own first; undefined when there is no certificate for this person. */
  describe(
    account: StaffAccount,
    organisation: { ky: string; ru: string },
  ): Promise<Identity['Signer'] | undefined>;
  /** The portal's own certificates: its seal stands under information that no person signs (P573-33b). */
  seal(): Promise<string[]>;
  /** ECDSA P-256 with SHA-256 over the bytes, as DER. */
  sign(signerId: string, toBeSigned: Uint8Array): Promise<Uint8Array>;
  trust(): Promise<{ anchors: string[]; crls: string[] }>;
}

/** Under this name the key of the portal lies beside those of people. */
export const portal = 'portal';
const pem = (name: string): string => `${name}.pem`;

export function openSigners(certificatesDir: string): Signers {
  const read = (...path: string[]): Promise<string> => readFile(join(certificatesDir, ...path), 'utf8');
  const certificateOf = (id: string): Promise<string | undefined> =>
    read('signers', pem(id)).catch(() => undefined);
  return {
    async describe({ _id, name, post }, organisation) {
      const certificate = await certificateOf(_id);
      if (certificate === undefined) return undefined;
      return { id: _id, name, post, organisation, certificateChain: [certificate, await read('ca.pem')] };
    },
    seal: async () => Promise.all([read('signers', pem(portal)), read('ca.pem')]),
    async sign(signerId, toBeSigned) {
      const key = await read('signers', `${signerId}.key`).catch(() => {
        throw notFound('No key of this signer.');
      });
      return createSign('sha256').update(toBeSigned).sign(createPrivateKey(key));
    },
    async trust() {
      return { anchors: [await read('ca.pem')], crls: [await read('ca.crl')] };
    },
  };
}
