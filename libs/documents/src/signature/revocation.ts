import { verify } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import type { Certificate } from 'pkijs';
import type { ReadCertificate } from './certificate.ts';
import * as der from './der.ts';
import { oids } from './oids.ts';

/** A revocation list whose signature is its issuer's. */
interface Listed {
  readonly until: Date;
  readonly revokedAt: Date | null;
}

export type Standing = 'good' | 'revoked' | 'unknown';

const known = new Set<string>([oids.authorityKeyId, oids.crlNumber]);

const isFrom = (list: CertificateRevocationList, issuer: ReadCertificate): boolean =>
  list.issuer.isEqual(issuer.parts.subject) &&
  list.signature.algorithmId === oids.ecdsaWithSha256 &&
  (list.crlExtensions?.extensions ?? []).every(
    (extension) => !extension.critical || known.has(extension.extnID),
  ) &&
  verify('sha256', list.tbsView, issuer.x509.publicKey, signatureOf(list));

const signatureOf = (list: CertificateRevocationList): Uint8Array =>
  new Uint8Array(list.signatureValue.valueBlock.valueHexView);

/** What is around the signed part must be written in the one way there is, or a byte could differ unseen. */
const isCanonical = (crl: Uint8Array, list: CertificateRevocationList): boolean => {
  const algorithm = der.sequence(der.objectId(oids.ecdsaWithSha256));
  const canonical = der.sequence(new Uint8Array(list.tbsView), algorithm, der.bitString(signatureOf(list)));
  return Buffer.compare(crl, canonical) === 0;
};

/** Reads a list if the issuer really signed it. */
export const readList = (crl: Uint8Array, issuer: ReadCertificate): CertificateRevocationList | null => {
  try {
    const list = CertificateRevocationList.fromBER(crl);
    return isFrom(list, issuer) && isCanonical(crl, list) ? list : null;
  } catch {
    return null;
  }
};

const lookUp = (list: CertificateRevocationList, certificate: Certificate): Listed => {
  const entry = (list.revokedCertificates ?? []).find((revoked) =>
    revoked.userCertificate.isEqual(certificate.serialNumber),
  );
  return {
    until: list.nextUpdate?.value ?? list.thisUpdate.value,
    revokedAt: entry?.revocationDate.value ?? null,
  };
};

/**
 * How a certificate stood at a moment. Any list may show it revoked; only a list still fresh at the moment, or newer,
 * can show it good. A certificate revoked after the moment was good at it.
 */
export const standingAt = (
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  crls: readonly Uint8Array[],
  at: Date,
): Standing => {
  const listed = crls.flatMap((crl) => {
    const list = readList(crl, issuer);
    return list === null ? [] : [lookUp(list, certificate.parts)];
  });
  if (listed.some(({ revokedAt }) => revokedAt !== null && revokedAt <= at)) return 'revoked';
  return listed.some(({ until }) => until >= at) ? 'good' : 'unknown';
};
