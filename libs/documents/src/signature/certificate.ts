import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate } from 'pkijs';
import { INN_PREFIX, oids, PIN_PREFIX } from './oids.ts';
import type { CertificateName, SignedBy } from './types.ts';

/** A certificate read once: its bytes, Node's view of it (keys, signatures), and its parts. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly parts: Certificate;
}

/** Throws when it is none. */
export const readCertificate = (der: Uint8Array): ReadCertificate => ({
  der,
  x509: new X509Certificate(der),
  parts: Certificate.fromBER(der),
});

export const isSame = (a: ReadCertificate, b: ReadCertificate): boolean => Buffer.compare(a.der, b.der) === 0;

// Bits of the key usage extension, counted from the highest (RFC 5280, 4.2.1.3).
const keyUses = { signDocuments: 0x40, signCertificates: 0x04 } as const;

export const mayUseKeyTo = ({ parts }: ReadCertificate, use: keyof typeof keyUses): boolean => {
  const usage: unknown = parts.extensions?.find(({ extnID }) => extnID === oids.keyUsage)?.parsedValue;
  return usage instanceof BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & keyUses[use]) !== 0;
};

const understood = new Set<string>([oids.basicConstraints, oids.keyUsage, oids.extendedKeyUsage]);

/** A critical extension that is not understood forbids trust (RFC 5280, 4.2). */
export const isUnderstood = ({ parts }: ReadCertificate): boolean =>
  (parts.extensions ?? []).every(({ critical, extnID }) => !critical || understood.has(extnID));

/** Whether one certificate was issued by the holder of the other, who is an authority. */
export const isIssuedBy = (below: ReadCertificate, above: ReadCertificate): boolean =>
  above.x509.ca &&
  mayUseKeyTo(above, 'signCertificates') &&
  below.x509.checkIssued(above.x509) &&
  below.x509.verify(above.x509.publicKey);

const nameIn = ({ typesAndValues }: Certificate['subject'], type: string): string => {
  const value: unknown = typesAndValues.find((candidate) => candidate.type === type)?.value.valueBlock.value;
  return typeof value === 'string' ? value : '';
};

/** Which certificate it is. */
export const certificateName = ({ x509, parts }: ReadCertificate): CertificateName => ({
  serialNumber: x509.serialNumber,
  issuer: nameIn(parts.issuer, oids.commonName) || nameIn(parts.issuer, oids.organisation),
});

/** Whose certificate it is, as written in it. */
export const signedBy = ({ parts }: ReadCertificate): SignedBy => {
  const named = (type: string): string => nameIn(parts.subject, type);
  const [number, organisationId] = [named(oids.serialNumber), named(oids.organisationId)];
  return {
    commonName: named(oids.commonName),
    organisation: named(oids.organisation),
    post: named(oids.post),
    pin: number.startsWith(PIN_PREFIX) ? number.slice(PIN_PREFIX.length) : '',
    inn: organisationId.startsWith(INN_PREFIX) ? organisationId.slice(INN_PREFIX.length) : '',
  };
};
