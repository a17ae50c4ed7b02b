import { createHash } from 'node:crypto';
import { Certificate } from 'pkijs';
import * as der from './der.ts';
import { oids } from './oids.ts';
import { writeScheme } from './scheme.ts';
import type { Scheme } from './scheme.ts';

/** A signature in the cryptographic message syntax (RFC 5652): one signer, content kept apart, known by its SHA-256. */
export interface DetachedSignature {
  /** DER of the signed attributes as a SET: what the key signs. */
  readonly signedAttributes: Uint8Array;
  readonly signatureValue: Uint8Array;
  readonly scheme: Scheme;
  /** DER, signer first, the path upwards after it. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

const attribute = (id: string, value: Uint8Array): Uint8Array =>
  der.sequence(der.objectId(id), der.setOf(value));
const algorithm = (id: string): Uint8Array => der.sequence(der.objectId(id));

/**
 * The attributes to be signed, in DER order. PAdES baseline B forbids the signing time here (it stands in the PDF),
 * CAdES baseline B demands it.
 */
export const signedAttributes = (
  digest: Uint8Array,
  certificate: Uint8Array,
  signingTime?: Date,
): Uint8Array =>
  der.setOf(
    attribute(oids.contentType, der.objectId(oids.data)),
    attribute(oids.messageDigest, der.octetString(digest)),
    attribute(
      oids.signingCertificateV2,
      der.sequence(der.sequence(der.sequence(der.octetString(sha256(certificate))))),
    ),
    ...(signingTime === undefined ? [] : [attribute(oids.signingTime, der.time(signingTime))]),
  );

/** Writes a signature; the same parts always give the same bytes. */
export const encodeSignature = (signature: DetachedSignature): Uint8Array => {
  const [signer] = signature.certificates;
  if (signer === undefined) throw new TypeError('No certificate');
  const { issuer, serialNumber } = Certificate.fromBER(signer);
  const signerInfo = der.sequence(
    der.smallInteger(1),
    der.sequence(new Uint8Array(issuer.toSchema().toBER()), new Uint8Array(serialNumber.toBER())),
    algorithm(oids.sha256),
    der.retagged(0xa0, signature.signedAttributes),
    writeScheme(signature.scheme),
    der.octetString(signature.signatureValue),
  );
  const signedData = der.sequence(
    der.smallInteger(1),
    der.setOf(algorithm(oids.sha256)),
    der.sequence(der.objectId(oids.data)),
    der.implicitSet(0, signature.certificates),
    ...(signature.crls.length === 0 ? [] : [der.implicitSet(1, signature.crls)]),
    der.setOf(signerInfo),
  );
  return der.sequence(der.objectId(oids.signedData), der.explicit(0, signedData));
};
