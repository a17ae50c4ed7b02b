import { DocumentRefused } from '../refused.ts';

/**
 * The place of the signature inside the PDF. It is left empty when the file is drawn and filled in later without
 * moving a byte, so that file and signature are one revision and the signature stands over the whole file.
 */

/** Room for certificates and revocation lists. A fresh list of a few hundred entries fits. */
export const ROOM = 10_240;

const BLANK = '**********';

/** The values drawn into the signature dictionary for `/ByteRange` (as names) and `/Contents`. */
export const emptyByteRange: readonly (number | string)[] = [0, BLANK, BLANK, BLANK];
export const emptyContents: Buffer = Buffer.alloc(ROOM);

const MARKER = Buffer.from(`/ByteRange [0 /${BLANK} /${BLANK} /${BLANK}]\n/Contents <`);
const FILLED = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const SIGNED_AT = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/;

export type ByteRange = readonly [number, number, number, number];

/** What a signed file holds at the place of the signature. */
export interface FilledPlace {
  readonly byteRange: ByteRange;
  /** The two signed parts as bytes. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** Between them: `<`, hexadecimal digits, `>`. */
  readonly contents: Uint8Array;
  readonly signedAt: Date | null;
}

const pdfDate = (at: Date): string => `D:${at.toISOString().replaceAll(/\.\d+|\D/g, '')}Z`;

/** Writes byte range and time of signing into a copy of the file. The signature itself is still zeros. */
export const fillPlace = (pdf: Uint8Array, at: Date): { pdf: Buffer; byteRange: ByteRange } => {
  const filled = Buffer.from(pdf);
  const start = filled.indexOf(MARKER);
  if (start === -1 || filled.includes(MARKER, start + 1)) {
    throw new DocumentRefused('no-signature-place', 'The PDF has no empty place for a signature');
  }
  const open = start + MARKER.length - 1;
  const close = open + 2 + ROOM * 2;
  const byteRange = [0, open, close, filled.length - close] as const;
  const text = `/ByteRange [${byteRange.join(' ')}]`.padEnd(MARKER.indexOf('\n'));
  filled.write(text, start, 'latin1');
  const time = filled.indexOf('/M (D:', close);
  filled.write(`/M (${pdfDate(at)})`, time, 'latin1');
  return { pdf: filled, byteRange };
};

/** The text of the signature as it stands in the file: lower case digits, then zeros to the end of the room. */
export const contentsText = (signature: Uint8Array): Buffer => {
  if (signature.length > ROOM) throw new DocumentRefused('signature-too-large', 'The signature does not fit');
  return Buffer.from(
    `<${Buffer.from(signature)
      .toString('hex')
      .padEnd(ROOM * 2, '0')}>`,
  );
};

/** The parts of the file a byte range names. */
export const signedParts = (pdf: Uint8Array, range: ByteRange): readonly [Uint8Array, Uint8Array] => [
  pdf.subarray(range[0], range[0] + range[1]),
  pdf.subarray(range[2], range[2] + range[3]),
];

/** Every filled place of a signature in the file, in order. */
export const filledPlaces = (pdf: Uint8Array): readonly FilledPlace[] => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return [...text.matchAll(FILLED)].map((match) => {
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
    const byteRange = [a, b, c, d] as const;
    return {
      byteRange,
      signed: signedParts(pdf, byteRange),
      contents: pdf.subarray(a + b, c),
      signedAt: timeAfter(text, c),
    };
  });
};

const timeAfter = (text: string, offset: number): Date | null => {
  const [, ...parts] = SIGNED_AT.exec(text.slice(offset, offset + 200)) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? null : new Date(Date.UTC(year, month - 1, day, hour, minute, second));
};
