import { GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import { ContentInfo, SignedData, Time } from 'pkijs';
import type { SignedAndUnsignedAttributes, SignerInfo } from 'pkijs';
import { sha256 } from './cms.ts';
import type { DetachedSignature } from './cms.ts';
import { oids } from './oids.ts';
import { readScheme } from './scheme.ts';

/** A signature as read, with what its signed attributes say. */
export interface ParsedSignature extends DetachedSignature {
  /** The digest the signer saw. Means nothing until the signature value has been checked. */
  readonly digest: Uint8Array;
  readonly signingTime: Date | null;
}

class Malformed extends Error {}

const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Malformed(what);
};

const bytesOf = (block: unknown): Uint8Array => {
  if (!(block instanceof OctetString)) throw new Malformed('octet string');
  return new Uint8Array(block.getValue());
};

const attributeValue = (attributes: SignedAndUnsignedAttributes, type: string): unknown => {
  const found = attributes.attributes.filter((attribute) => attribute.type === type);
  demand(found.length <= 1, type);
  const values: readonly unknown[] = found[0]?.values ?? [];
  demand(values.length === found.length, type);
  return values[0];
};

const children = (block: unknown): readonly unknown[] => {
  if (!(block instanceof Sequence)) throw new Malformed('sequence');
  return block.valueBlock.value;
};

/** The SHA-256 of the signer's certificate from the attribute of RFC 5035. */
const certificateDigest = (attribute: unknown): Uint8Array => {
  const [certificates] = children(attribute);
  const [signer] = children(certificates);
  const [first, second] = children(signer);
  if (first instanceof OctetString) return bytesOf(first);
  const [algorithm] = children(first);
  demand(algorithm instanceof ObjectIdentifier && algorithm.getValue() === oids.sha256, 'certificate digest');
  return bytesOf(second);
};

const signingTime = (attribute: unknown): Date | null => {
  if (attribute === undefined) return null;
  demand(attribute instanceof UTCTime || attribute instanceof GeneralizedTime, 'signing time');
  return new Time({ schema: attribute }).value;
};

const soleSigner = (signedData: SignedData): SignerInfo => {
  const [signer, ...others] = signedData.signerInfos;
  if (signer === undefined || others.length > 0) throw new Malformed('signers');
  demand(signedData.encapContentInfo.eContentType === oids.data, 'content type');
  demand(signedData.encapContentInfo.eContent === undefined, 'content inside');
  demand(signer.digestAlgorithm.algorithmId === oids.sha256, 'digest algorithm');
  return signer;
};

/** Reads a signature. Throws on anything it does not know. */
export const parseSignature = (bytes: Uint8Array): ParsedSignature => {
  const content = ContentInfo.fromBER(bytes);
  demand(content.contentType === oids.signedData, 'not signed data');
  const signedData = new SignedData({ schema: content.content });
  const signer = soleSigner(signedData);
  const attributes = signer.signedAttrs;
  if (attributes === undefined) throw new Malformed('no signed attributes');
  const contentType = attributeValue(attributes, oids.contentType);
  demand(contentType instanceof ObjectIdentifier && contentType.getValue() === oids.data, 'content type');

  const scheme = readScheme(signer.signatureAlgorithm);
  if (scheme === undefined) throw new Malformed('signature algorithm');
  const signerDigest = certificateDigest(attributeValue(attributes, oids.signingCertificateV2));
  const encoded = (item: { toSchema: () => { toBER: () => ArrayBuffer } }): Uint8Array =>
    new Uint8Array(item.toSchema().toBER());
  const certificates = (signedData.certificates ?? []).map(encoded);
  const isSigner = (certificate: Uint8Array): boolean =>
    Buffer.compare(sha256(certificate), signerDigest) === 0;
  const signerCertificate = certificates.find(isSigner);
  if (signerCertificate === undefined) throw new Malformed('signer certificate');
  return {
    signedAttributes: new Uint8Array(attributes.encodedValue),
    signatureValue: bytesOf(signer.signature),
    scheme,
    certificates: [signerCertificate, ...certificates.filter((certificate) => !isSigner(certificate))],
    crls: (signedData.crls ?? []).map(encoded),
    digest: bytesOf(attributeValue(attributes, oids.messageDigest)),
    signingTime: signingTime(attributeValue(attributes, oids.signingTime)),
  };
};
