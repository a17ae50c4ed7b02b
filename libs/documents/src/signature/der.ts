import { ObjectIdentifier } from 'asn1js';

/** Writes ASN.1 in DER, the one form in which a thing can be written. Only what signatures need. */

const lengthOf = (size: number): number[] => {
  if (size < 0x80) return [size];
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
};

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  return new Uint8Array(Buffer.concat([Uint8Array.from([tag, ...lengthOf(content.length)]), content]));
};

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => tagged(0x30, ...parts);

/** A set in DER order. Strict validators refuse any other order. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array => tagged(0x31, ...sorted(parts));

/** `[n] IMPLICIT SET OF`. */
export const implicitSet = (n: number, parts: readonly Uint8Array[]): Uint8Array =>
  tagged(0xa0 | n, ...sorted(parts));

/** `[n] EXPLICIT`. */
export const explicit = (n: number, part: Uint8Array): Uint8Array => tagged(0xa0 | n, part);

/** The same content under another tag: signed attributes are signed as a SET and stored as `[0]`. */
export const retagged = (tag: number, der: Uint8Array): Uint8Array =>
  Uint8Array.from([tag, ...der.subarray(1)]);

export const smallInteger = (value: number): Uint8Array => tagged(0x02, Uint8Array.from([value]));

export const none = (): Uint8Array => tagged(0x05);

export const octetString = (bytes: Uint8Array): Uint8Array => tagged(0x04, bytes);

/** A bit string of whole bytes. */
export const bitString = (bytes: Uint8Array): Uint8Array => tagged(0x03, Uint8Array.from([0]), bytes);

export const utf8String = (text: string): Uint8Array => tagged(0x0c, Buffer.from(text));

export const printableString = (text: string): Uint8Array => tagged(0x13, Buffer.from(text));

export const objectId = (id: string): Uint8Array =>
  new Uint8Array(new ObjectIdentifier({ value: id }).toBER());

/** Times before 2050 are UTCTime, later ones GeneralizedTime (RFC 5652, 11.3). */
export const time = (at: Date): Uint8Array => {
  const digits = at.toISOString().replaceAll(/\.\d+|\D/g, '');
  return at.getUTCFullYear() < 2050
    ? tagged(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : tagged(0x18, Buffer.from(`${digits}Z`));
};

const sorted = (parts: readonly Uint8Array[]): readonly Uint8Array[] =>
  [...parts].sort((a, b) => Buffer.compare(a, b));
