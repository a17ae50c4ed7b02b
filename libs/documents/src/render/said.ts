import type { Words } from '../texts.ts';
import { inLanguage } from '../texts.ts';
import type { Style } from './look.ts';
import type { Piece, Sheet } from './sheet.ts';

/** How the leading language looks, and how the second one under it. */
export type Pair = readonly [Style, Style];

/**
 * The words in each language of the document, one under the other, each with its own language in the structure tree.
 * Words that are the same in both are said once.
 */
export const said = (
  sheet: Sheet,
  words: Words,
  parent: PDFKit.PDFStructureElement,
  [first, second]: Pair,
  tag = 'P',
  above = 0,
): Piece[] => {
  const [leading, other] = sheet.languages;
  const leadingWords = inLanguage(words, leading) || '—';
  const otherWords = other === undefined ? leadingWords : inLanguage(words, other);
  const piece = (text: string, style: Style, element: PDFKit.PDFStructureElement, space: number): Piece => ({
    words: text,
    style,
    element,
    tag,
    above: space,
  });
  const pieces = [piece(leadingWords, first, sheet.element(tag, parent), above)];
  if (other !== undefined && otherWords !== leadingWords) {
    pieces.push(piece(otherWords, second, sheet.element(tag, parent, { in: other }), 1));
  }
  return pieces;
};
