import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate } from 'pkijs';
import { oids, PIN_PREFIX } from './oids.ts';
import { standingAt } from './revocation.ts';
import type { ProblemCode, SignedBy } from './types.ts';

/** What the path from the signer's certificate to a trust anchor shows. */
export interface PathFindings {
  readonly problems: readonly ProblemCode[];
  /** The certificates of the path, signer first, anchor last; empty when no anchor was reached. */
  readonly path: readonly Uint8Array[];
}

const LONGEST_PATH = 5;

// Bits of the key usage extension, counted from the highest (RFC 5280, 4.2.1.3).
const NON_REPUDIATION = 0x40;
const KEY_CERT_SIGN = 0x04;

const understood = new Set<string>([oids.basicConstraints, oids.keyUsage, oids.extendedKeyUsage]);

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const usesKeyFor = (certificate: Uint8Array, use: number): boolean => {
  const extensions = Certificate.fromBER(certificate).extensions ?? [];
  const usage: unknown = extensions.find(({ extnID }) => extnID === oids.keyUsage)?.parsedValue;
  return usage instanceof BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & use) !== 0;
};

/** A critical extension that is not understood forbids trust (RFC 5280, 4.2). */
const isUnderstood = (certificate: Uint8Array): boolean =>
  (Certificate.fromBER(certificate).extensions ?? []).every(
    ({ critical, extnID }) => !critical || understood.has(extnID),
  );

const issued = (issuer: Uint8Array, certificate: Uint8Array): boolean => {
  const above = new X509Certificate(issuer);
  const below = new X509Certificate(certificate);
  return (
    above.ca && usesKeyFor(issuer, KEY_CERT_SIGN) && below.checkIssued(above) && below.verify(above.publicKey)
  );
};

const findPath = (
  signer: Uint8Array,
  between: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
): readonly Uint8Array[] => {
  const path = [signer];
  for (let current = signer; path.length < LONGEST_PATH;) {
    const below = current;
    const anchor = anchors.find((candidate) => issued(candidate, below));
    if (anchor !== undefined) return [...path, anchor];
    const next = between.find(
      (candidate) => !path.some((seen) => same(seen, candidate)) && issued(candidate, below),
    );
    if (next === undefined) return [];
    path.push(next);
    current = next;
  }
  return [];
};

const inForce = (path: readonly Uint8Array[], at: Date): ProblemCode[] => {
  const certificates = path.map((certificate) => new X509Certificate(certificate));
  const found: ProblemCode[] = [];
  if (certificates.some(({ validToDate }) => validToDate < at)) found.push('expired');
  if (certificates.some(({ validFromDate }) => validFromDate > at)) found.push('not-yet-valid');
  return found;
};

const revocation = (path: readonly Uint8Array[], crls: readonly Uint8Array[], at: Date): ProblemCode[] => {
  const standings = path.slice(0, -1).map((certificate, step) => {
    const issuer = path[step + 1];
    return issuer === undefined ? 'unknown' : standingAt(certificate, issuer, crls, at);
  });
  if (standings.includes('revoked')) return ['revoked'];
  return standings.includes('unknown') ? ['revocation-unknown'] : [];
};

/** Judges the signer's certificate (first of `certificates`) at a moment. */
export const judgePath = (
  certificates: readonly Uint8Array[],
  crls: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: Date,
): PathFindings => {
  const [signer, ...between] = certificates;
  if (signer === undefined) return { problems: ['malformed'], path: [] };
  const purpose: ProblemCode[] = usesKeyFor(signer, NON_REPUDIATION) ? [] : ['wrong-purpose'];
  const path = findPath(signer, between, anchors);
  if (path.length === 0 || !path.every(isUnderstood)) {
    return { problems: ['untrusted', ...inForce([signer], at), ...purpose], path: [] };
  }
  return { problems: [...inForce(path, at), ...purpose, ...revocation(path, crls, at)], path };
};

const nameOf = (certificate: Certificate, type: string): string => {
  const value: unknown = certificate.subject.typesAndValues.find((part) => part.type === type)?.value
    .valueBlock.value;
  return typeof value === 'string' ? value : '';
};

const pinOf = (number: string): string =>
  number.startsWith(PIN_PREFIX) ? number.slice(PIN_PREFIX.length) : '';

/** Whose certificate it is, as written in it. */
export const signedBy = (der: Uint8Array): SignedBy => {
  const certificate = Certificate.fromBER(der);
  return {
    commonName: nameOf(certificate, oids.commonName),
    organisation: nameOf(certificate, oids.organisation),
    post: nameOf(certificate, oids.post),
    pin: pinOf(nameOf(certificate, oids.serialNumber)),
  };
};
