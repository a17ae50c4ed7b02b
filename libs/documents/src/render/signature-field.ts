import { emptyByteRange, emptyContents } from '../signature/place.ts';
import type { Instant } from '../texts.ts';
import { pdfText } from './pdf-text.ts';
import type { Sheet } from './sheet.ts';

/** Where the field lies on the page: left, top, width, height. */
type Area = readonly [number, number, number, number];

// Annotation flags: print, locked (ISO 32000-1, table 165). Signature flags: exists, append only (table 219).
const PRINT_AND_LOCKED = 4 | 128;
const SIGNED_AND_APPEND_ONLY = 1 | 2;

/** The signature dictionary with empty room; `signature/place.ts` finds and fills it. */
const emptySignature = (sheet: Sheet, at: Instant): PDFKit.PDFKitReference => {
  const signature = sheet.doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: emptyByteRange,
    Contents: emptyContents,
    M: new Date(at),
    // A certifying signature that allows no change whatever (ISO 32000-1, 12.8.2.2).
    Reference: [
      {
        Type: 'SigRef',
        TransformMethod: 'DocMDP',
        TransformParams: { Type: 'TransformParams', P: 1, V: '1.2' },
      },
    ],
  });
  signature.end();
  return signature;
};

/** Nothing is drawn by the field itself: what people see is drawn on the page. PDF/A wants the empty picture. */
const emptyAppearance = (sheet: Sheet, width: number, height: number): PDFKit.PDFKitReference => {
  const picture = sheet.doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {},
  });
  picture.end(Buffer.from('q Q'));
  return picture;
};

/** Lays an empty signature field over an area of the current page. One a document. */
export const placeSignatureField = (
  sheet: Sheet,
  name: string,
  at: Instant,
  [x, y, width, height]: Area,
  parent: PDFKit.PDFStructureElement,
): void => {
  const { doc } = sheet;
  const signature = emptySignature(sheet, at);
  const element = sheet.element('Form', parent);
  doc.initForm();
  doc.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfText('Signature'),
    TU: pdfText(name),
    F: PRINT_AND_LOCKED,
    V: signature,
    AP: { N: emptyAppearance(sheet, width, height) },
    structParent: element,
  });
  element.end();
  const catalogue = doc._root.data;
  catalogue.Perms = { DocMDP: signature };
  const form = catalogue.AcroForm?.data;
  if (form === undefined) return;
  form.Fields.push(lastAnnotation(doc));
  form.SigFlags = SIGNED_AND_APPEND_ONLY;
  delete form.NeedAppearances; // pdfkit's wish to have fields drawn by the reader, which PDF/A forbids
};

const lastAnnotation = (doc: PDFKit.PDFDocument): unknown => {
  const annotations: unknown = doc.page.annotations;
  return Array.isArray(annotations) ? annotations.at(-1) : undefined;
};
