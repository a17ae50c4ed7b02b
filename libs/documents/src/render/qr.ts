import QRCode from 'qrcode';
import { colours } from './look.ts';

/** Draws a QR code as one filled path, quiet zone included in `size`. */
export const drawQr = (doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const unit = size / (modules.size + quiet * 2);
  doc.rect(x, y, size, size).fill('#FFFFFF');
  for (let row = 0; row < modules.size; row += 1) {
    for (const [from, count] of runs(modules, row)) {
      doc.rect(x + (quiet + from) * unit, y + (quiet + row) * unit, count * unit, unit);
    }
  }
  doc.fill(colours.ink);
};

/** The dark stretches of a row: where each begins and how long it is. */
const runs = (
  modules: { readonly size: number; readonly get: (row: number, column: number) => number },
  row: number,
): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (let column = 0; column < modules.size; column += 1) {
    if (modules.get(row, column) === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  }
  return found;
};
