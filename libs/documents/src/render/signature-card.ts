import { inLanguage } from '../texts.ts';
import type { Instant, Text, Words } from '../texts.ts';
import type { VerificationAddress } from './input.ts';
import { colours, contentWidth, paper, styles } from './look.ts';
import { pdfText } from './pdf-text.ts';
import { drawQr } from './qr.ts';
import { said } from './said.ts';
import type { Column, Sheet } from './sheet.ts';
import { placeSignatureField } from './signature-field.ts';
import { words } from './words.ts';

const QR = 104;
const INSET = 16;
const LEFT = paper.left + INSET;
const WIDTH = contentWidth - INSET * 3 - QR;

/** Who will sign, and how anyone can check it. */
export interface SignatureCard {
  readonly signer: { readonly name: Words; readonly post: Text };
  readonly verification: VerificationAddress;
  readonly createdAt: Instant;
}

/**
 * The last thing on the last page: who signed, the QR code, how to check. The signature field lies over the signer, so
 * that a reader who clicks there sees the signature.
 */
export const drawSignatureCard = (sheet: Sheet, card: SignatureCard): void => {
  const sect = sheet.element('Sect');
  const link = sheet.element('Link', sheet.element('P', sect));
  const { who, how, where, code } = columns(sheet, card, sect, link);
  const texts = [who, how, where, code].reduce((height, column) => height + sheet.heightOf([column]), 0);
  const height = Math.max(texts + GAPS, QR) + INSET * 2;
  sheet.need(height);
  const top = Math.max(sheet.y, paper.height - paper.bottom - height);
  drawGround(sheet, top, height);

  sheet.y = top + INSET;
  sheet.row([who]);
  const signerBottom = sheet.y;
  sheet.y += ABOVE_HOW;
  sheet.row([how]);
  const linkTop = sheet.y;
  sheet.row([where]);
  drawLink(sheet, card.verification.address, link, linkTop);
  sheet.y += ABOVE_CODE;
  sheet.row([code]);
  drawQrFigure(sheet, card.verification, [paper.left + contentWidth - INSET - QR, top + INSET], sect);
  const fieldName = inLanguage(words.signatureField, sheet.languages[0]);
  placeSignatureField(
    sheet,
    fieldName,
    card.createdAt,
    [LEFT, top + INSET, WIDTH, signerBottom - top - INSET],
    sect,
  );
  sheet.y = top + height;
};

const ABOVE_HOW = 12;
const ABOVE_CODE = 5;
const GAPS = ABOVE_HOW + ABOVE_CODE;

type Part = 'who' | 'how' | 'where' | 'code';

const columns = (
  sheet: Sheet,
  { signer, verification: { address, code } }: SignatureCard,
  sect: PDFKit.PDFStructureElement,
  link: PDFKit.PDFStructureElement,
): Record<Part, Column> => {
  const column = (pieces: Column['pieces']): Column => ({ x: LEFT, width: WIDTH, pieces });
  const strong = { ...styles.small, weight: 'strong' } as const;
  return {
    who: column([
      ...said(sheet, words.signature, sect, [styles.label, styles.labelSecond]),
      ...said(sheet, signer.name, sect, [styles.large, styles.value], 'P', 5),
      ...said(sheet, signer.post, sect, [styles.valueSecond, styles.labelSecond], 'P', 1),
    ]),
    how: column(said(sheet, words.howToVerify, sect, [styles.small, styles.smallSecond])),
    where: column([{ words: address, style: styles.link, element: link, tag: 'Link' }]),
    code: column(
      said(sheet, { ky: `${words.code.ky}: ${code}`, ru: `${words.code.ru}: ${code}` }, sect, [
        strong,
        styles.smallSecond,
      ]),
    ),
  };
};

const drawGround = (sheet: Sheet, top: number, height: number): void =>
  sheet.ornament((doc) => {
    doc.roundedRect(paper.left, top, contentWidth, height, 6).fill(colours.mist);
  });

const drawLink = (sheet: Sheet, address: string, link: PDFKit.PDFStructureElement, top: number): void => {
  sheet.doc.annotate(LEFT, top, WIDTH, sheet.y - top, {
    Subtype: 'Link',
    Contents: pdfText(inLanguage(words.linkAlt, sheet.languages[0])),
    A: { S: 'URI', URI: pdfText(address) },
    F: 4, // printed
    structParent: link,
  });
  link.end();
};

const drawQrFigure = (
  sheet: Sheet,
  { address }: VerificationAddress,
  [x, y]: readonly [number, number],
  sect: PDFKit.PDFStructureElement,
): void => {
  const alt = inLanguage(words.qrAlt, sheet.languages[0]);
  const figure = sheet.element('Figure', sect, { alt, bbox: [x, y, x + QR, y + QR] });
  figure.add(sheet.doc.markStructureContent('Figure'));
  drawQr(sheet.doc, address, x, y, QR);
  sheet.doc.endMarkedContent();
};
