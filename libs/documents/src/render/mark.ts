/**
 * The mark of the portal: a tunduk, the crown of a yurt, in simple lines of one colour. A ring, and two bundles of
 * three bent poles that cross in it.
 */
export const drawMark = (
  doc: PDFKit.PDFDocument,
  x: number,
  y: number,
  size: number,
  colour: string,
): void => {
  const r = size / 2;
  const cx = x + r;
  const cy = y + r;
  const inner = r * 0.78;
  doc.lineWidth(size * 0.06).strokeColor(colour);
  doc.circle(cx, cy, r * 0.94).stroke();
  doc.lineWidth(size * 0.045);
  doc.circle(cx, cy, inner).stroke();
  for (const step of [-1, 0, 1]) {
    const end = step * inner * 0.34;
    const reach = Math.sqrt(inner ** 2 - end ** 2);
    const bend = step * inner * 0.78;
    doc.moveTo(cx + end, cy - reach).quadraticCurveTo(cx + bend, cy, cx + end, cy + reach);
    doc.moveTo(cx - reach, cy + end).quadraticCurveTo(cx, cy + bend, cx + reach, cy + end);
  }
  doc.stroke();
};
