import { createAuthority, localSigner, renderResult, signPdf } from '../index.ts';
import type {
  Authority,
  AuthorityWorld,
  Issued,
  Pem,
  SigningIdentity,
  VerificationOptions,
} from '../index.ts';
import { exampleResult } from './documents.ts';

/** A small world for tests: one moment, one authority, one signer, one signed document. */

export const at = '2026-11-24T08:10:00.000Z';

let drawn = 0;
export const world: AuthorityWorld = {
  clock: { now: () => new Date('2026-11-24T08:00:00.000Z') },
  // Serial numbers need only be different here.
  random: (bytes) =>
    Uint8Array.from({ length: bytes }, (_, index) => (index === bytes - 1 ? (drawn += 1) : 7)),
  listAddress: 'http://ca.kyzmat.example/ca.crl',
};

export const signerName = {
  commonName: 'Демо Бакыт Үлгүлөв',
  organisation: 'Калктын мамлекеттик реестри',
  post: 'Бөлүм башчысы',
};

interface TestWorld {
  readonly authority: Authority;
  readonly signer: Issued;
  readonly emptyList: Pem;
  readonly identity: SigningIdentity;
  readonly trust: VerificationOptions;
  /** A result document, drawn and not yet signed. */
  readonly unsigned: Uint8Array;
  readonly signed: Uint8Array;
}

export const identityOf = (issued: Issued, ...crls: readonly Pem[]): SigningIdentity => ({
  certificateChain: [issued.certificate],
  crls,
  sign: localSigner(issued.key),
});

export const makeWorld = async (): Promise<TestWorld> => {
  const authority = await createAuthority(world);
  const signer = await authority.issueSigner(signerName);
  const emptyList = await authority.revocationList([]);
  const identity = identityOf(signer, emptyList);
  const unsigned = await renderResult(exampleResult(['ky', 'ru']));
  const signed = await signPdf(unsigned, identity, at);
  const trust = { trustAnchors: [authority.certificate], crls: [], at };
  return { authority, signer, emptyList, identity, trust, unsigned, signed };
};
