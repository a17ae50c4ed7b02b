import { verify, X509Certificate } from 'node:crypto';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { oids } from './oids.ts';

/** A revocation list whose signature is its issuer's. */
interface Listed {
  readonly until: Date;
  readonly revokedAt: Date | null;
}

export type Standing = 'good' | 'revoked' | 'unknown';

const known = new Set<string>([oids.authorityKeyId, oids.crlNumber]);

const isFrom = (list: CertificateRevocationList, issuer: Uint8Array): boolean =>
  list.issuer.isEqual(Certificate.fromBER(issuer).subject) &&
  list.signature.algorithmId === oids.ecdsaWithSha256 &&
  list.signatureAlgorithm.algorithmId === oids.ecdsaWithSha256 &&
  (list.crlExtensions?.extensions ?? []).every(
    (extension) => !extension.critical || known.has(extension.extnID),
  ) &&
  verify(
    'sha256',
    list.tbsView,
    new X509Certificate(issuer).publicKey,
    new Uint8Array(list.signatureValue.valueBlock.valueHexView),
  );

/** Reads a list if the issuer really signed it. */
export const readList = (crl: Uint8Array, issuer: Uint8Array): CertificateRevocationList | null => {
  try {
    const list = CertificateRevocationList.fromBER(crl);
    return isFrom(list, issuer) ? list : null;
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
  certificate: Uint8Array,
  issuer: Uint8Array,
  crls: readonly Uint8Array[],
  at: Date,
): Standing => {
  const subject = Certificate.fromBER(certificate);
  const listed = crls.flatMap((crl) => {
    const list = readList(crl, issuer);
    return list === null ? [] : [lookUp(list, subject)];
  });
  if (listed.some(({ revokedAt }) => revokedAt !== null && revokedAt <= at)) return 'revoked';
  return listed.some(({ until }) => until >= at) ? 'good' : 'unknown';
};
