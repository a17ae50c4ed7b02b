import { DocumentRefused } from '../refused.ts';
import type { Language, Text } from '../texts.ts';
import { inLanguage } from '../texts.ts';
import { drawFeet, drawHead, drawTitle } from './frame.ts';
import type { ResultDocument } from './input.ts';
import { contentWidth, paper, styles } from './look.ts';
import { identifierRow } from './person.ts';
import { Sheet } from './sheet.ts';
import type { Piece } from './sheet.ts';
import { drawSignatureCard } from './signature-card.ts';
import { drawBand, drawFacts } from './table.ts';
import { words } from './words.ts';

export const drawResult = async (result: ResultDocument): Promise<Uint8Array> => {
  const sheet = new Sheet({
    title: `${inLanguage(result.title, result.languages[0])}, № ${result.number}`,
    languages: result.languages,
    createdAt: result.createdAt,
    text: JSON.stringify(result),
  });
  if (sheet.missing.size > 0) {
    throw new DocumentRefused('letter-missing', `No typeface has: ${[...sheet.missing].join(' ')}`);
  }
  drawHead(sheet);
  drawTitle(sheet, result.title, result.provider);
  drawBand(sheet, [
    { label: words.number, value: result.number },
    { label: words.decisionDate, value: result.decisionDate },
    { label: words.reference, value: result.reference },
  ]);
  sheet.y += 14;
  drawFacts(sheet, [
    { label: words.issuedTo, value: result.issuedTo.name },
    identifierRow(result.issuedTo.identifier),
    ...result.fields,
  ]);
  sheet.y += 16;
  drawParagraphs(sheet, result.paragraphs);
  sheet.y += 8;
  drawSignatureCard(sheet, result);
  drawFeet(sheet, `№ ${result.number}`);
  return sheet.finish();
};

const COLUMN_GAP = 28;

/** The text, both languages side by side and paragraph beside paragraph; read aloud one language after the other. */
const drawParagraphs = (sheet: Sheet, paragraphs: readonly Text[]): void => {
  const sections = sheet.languages.map((language) => ({
    language,
    sect: sheet.element('Sect', sheet.root, { in: language }),
  }));
  const width = (contentWidth - COLUMN_GAP * (sections.length - 1)) / sections.length;
  for (const paragraph of paragraphs) {
    const columns = sections.map(({ language, sect }, index) => ({
      x: paper.left + index * (width + COLUMN_GAP),
      width,
      pieces: [paragraphPiece(sheet, paragraph, language, sect)],
    }));
    sheet.row(columns);
    sheet.y += 7;
  }
};

const paragraphPiece = (
  sheet: Sheet,
  paragraph: Text,
  language: Language,
  sect: PDFKit.PDFStructureElement,
): Piece => ({ words: paragraph[language], style: styles.body, element: sheet.element('P', sect), tag: 'P' });
