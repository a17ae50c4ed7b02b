import { inLanguage } from '../texts.ts';
import type { Instant } from '../texts.ts';
import type { PrintedSigner, VerificationAddress } from './input.ts';
import { colours, contentWidth, paper, styles } from './look.ts';
import { pdfText } from './pdf-text.ts';
import { drawQr } from './qr.ts';
import { said } from './said.ts';
import type { Column, Sheet } from './sheet.ts';
import { placeSignatureField } from './signature-field.ts';
import { words } from './words.ts';

const QR = 94;
const INSET = 13;
const GAP = 16;
const TEXT = contentWidth - INSET * 2 - QR - GAP * 2;
const SIGNER = TEXT * 0.5;
const CHECK = TEXT - SIGNER;

const signerLeft = paper.left + INSET;
const checkLeft = signerLeft + SIGNER + GAP;
const qrLeft = checkLeft + CHECK + GAP;

/** Who will sign, and how anyone can check it. */
interface SignatureCard {
  readonly signer: PrintedSigner;
  readonly verification: VerificationAddress;
  readonly createdAt: Instant;
}

/**
 * The last thing on the last page: who signed, how to check, the QR code. The signature field lies over the signer, so
 * that a reader who clicks there sees the signature.
 */
export const drawSignatureCard = (sheet: Sheet, card: SignatureCard): void => {
  const sect = sheet.element('Sect');
  const signer = signerColumn(sheet, card.signer, sect);
  const check = checkColumns(sheet, card.verification, sect);
  const checkHeight = check.all.reduce((sum, column) => sum + sheet.heightOf([column]), 0);
  const inner = Math.max(sheet.heightOf([signer]), checkHeight, QR);
  const height = inner + INSET * 2;
  sheet.need(height);
  const top = Math.max(sheet.y, paper.height - paper.bottom - height);
  sheet.ornament((doc) => doc.roundedRect(paper.left, top, contentWidth, height, 6).fill(colours.mist));

  const start = top + INSET;
  sheet.y = start;
  sheet.row([signer]);
  const field = inLanguage(words.signature, sheet.languages[0]);
  placeSignatureField(sheet, field, card.createdAt, [signerLeft, start, SIGNER, sheet.y - start], sect);
  sheet.y = start;
  sheet.row([check.how]);
  const linkTop = sheet.y;
  sheet.row([check.where]);
  drawLink(sheet, card.verification.address, check.link, linkTop);
  sheet.row([check.code]);
  drawQrFigure(sheet, card.verification.address, start, sect);
  sheet.y = top + height;
};

const signerColumn = (
  sheet: Sheet,
  { name, post }: PrintedSigner,
  sect: PDFKit.PDFStructureElement,
): Column => ({
  x: signerLeft,
  width: SIGNER,
  pieces: [
    ...said(sheet, words.signature, sect, [styles.label, styles.labelSecond]),
    ...said(sheet, name, sect, [styles.signer, styles.valueSecond], 'P', 5),
    ...said(sheet, post, sect, [styles.label, styles.labelSecond], 'P', 3),
  ],
});

const checkColumns = (
  sheet: Sheet,
  { address, code }: VerificationAddress,
  sect: PDFKit.PDFStructureElement,
): Record<'how' | 'where' | 'code', Column> & {
  readonly all: readonly Column[];
  readonly link: PDFKit.PDFStructureElement;
} => {
  const column = (pieces: Column['pieces']): Column => ({ x: checkLeft, width: CHECK, pieces });
  const how = column(said(sheet, words.howToVerify, sect, [styles.small, styles.smallSecond]));
  const link = sheet.element('Link', sheet.element('P', sect));
  const where = column([{ words: address, style: styles.link, element: link, tag: 'Link' }]);
  const codeWords = { ky: `${words.code.ky}: ${code}`, ru: `${words.code.ru}: ${code}` };
  const codeLine = column(said(sheet, codeWords, sect, [styles.smallStrong, styles.smallSecond]));
  return { how, where, code: codeLine, all: [how, where, codeLine], link };
};

const drawLink = (sheet: Sheet, address: string, link: PDFKit.PDFStructureElement, top: number): void => {
  sheet.doc.annotate(checkLeft, top, CHECK, sheet.y - top, {
    Subtype: 'Link',
    Contents: pdfText(inLanguage(words.linkAlt, sheet.languages[0])),
    A: { S: 'URI', URI: pdfText(address) },
    F: 4, // printed
    structParent: link,
  });
  link.end();
};

const drawQrFigure = (sheet: Sheet, address: string, y: number, sect: PDFKit.PDFStructureElement): void => {
  const alt = inLanguage(words.qrAlt, sheet.languages[0]);
  const figure = sheet.element('Figure', sect, { alt, bbox: [qrLeft, y, qrLeft + QR, y + QR] });
  figure.add(sheet.doc.markStructureContent('Figure'));
  drawQr(sheet.doc, address, qrLeft, y, QR);
  sheet.doc.endMarkedContent();
};
