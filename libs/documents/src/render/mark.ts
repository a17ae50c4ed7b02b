/**
 * The mark of the portal, the same as on its pages: a tunduk, the crown of a yurt, in simple lines of one colour. A
 * ring, the ends of the roof poles around it, and two bundles of three bent poles that cross in it.
 */
const SIDE = 64;
const POLE_ENDS =
  'M57 37l3.9.8M53.2 46.2l3.3 2.2M46.2 53.2l2.2 3.3M37 57l.8 3.9M27 57l-.8 3.9M17.8 53.2l-2.2 3.3M10.8 46.2l-3.3 2.2' +
  'M7 37l-3.9.8M7 27l-3.9-.8M10.8 17.8l-3.3-2.2M17.8 10.8l-2.2-3.3M27 7l-.8-3.9M37 7l.8-3.9M46.2 10.8l2.2-3.3' +
  'M53.2 17.8l3.3-2.2M57 27l3.9-.8';
const BUNDLE = 'M32 12v40M38 12.9q6 19.1 0 38.2M26 12.9q-6 19.1 0 38.2';

/** Draws the mark into a square. */
export const drawMark = (
  doc: PDFKit.PDFDocument,
  x: number,
  y: number,
  size: number,
  colour: string,
): void => {
  doc
    .translate(x, y)
    .scale(size / SIDE)
    .lineCap('round')
    .strokeColor(colour);
  doc.lineWidth(4.5).circle(32, 32, 20).stroke();
  doc.lineWidth(3.2).path(POLE_ENDS).stroke();
  for (const angle of [45, -45]) {
    doc.save().rotate(angle, { origin: [32, 32] });
    doc.lineWidth(2.8).path(BUNDLE).stroke();
    doc.restore();
  }
};
