import { colours, contentWidth, paper, styles } from './look.ts';
import { drawMark } from './mark.ts';
import type { Pair } from './said.ts';
import { said } from './said.ts';
import type { Sheet } from './sheet.ts';
import type { Words } from '../texts.ts';
import { inLanguage } from '../texts.ts';
import { words } from './words.ts';

const MARK = 34;

/** The head of the first page: the mark and the portal's name. */
export const drawHead = (sheet: Sheet): void => {
  const { y } = sheet;
  sheet.ornament((doc) => drawMark(doc, paper.left, y, MARK, colours.lake));
  const x = paper.left + MARK + 12;
  const pieces = said(sheet, words.portal, sheet.root, [styles.brand, styles.brandSecond]);
  const column = { x, width: contentWidth - MARK - 12, pieces };
  sheet.y = y + (MARK - sheet.heightOf([column])) / 2;
  sheet.row([column]);
  sheet.y = y + MARK + 10;
  sheet.ornament((doc) => {
    doc.rect(paper.left, sheet.y, contentWidth, 1.2).fill(colours.lake);
  });
  sheet.y += 18;
};

/** The title with the line above it (who says so) and room below. */
export const drawTitle = (sheet: Sheet, title: Words, kicker: Words): void => {
  const whole = (pair: Pair, text: Words, tag: string, parent: PDFKit.PDFStructureElement): void =>
    sheet.row([{ x: paper.left, width: contentWidth, pieces: said(sheet, text, parent, pair, tag) }]);
  whole([styles.kicker, styles.kickerSecond], kicker, 'P', sheet.root);
  sheet.y += 6;
  whole([styles.title, styles.titleSecond], title, 'Span', sheet.element('H1'));
  sheet.y += 16;
};

/** A heading of the second level, kept together with what follows. */
export const drawHeading = (sheet: Sheet, text: Words, follows = 60): void => {
  const pieces = said(sheet, text, sheet.element('H2'), [styles.heading, styles.headingSecond], 'Span');
  const column = { x: paper.left, width: contentWidth, pieces };
  sheet.need(sheet.heightOf([column]) + follows);
  sheet.row([column]);
  sheet.y += 8;
};

/** The foot of every page: what document it is, and which page of how many. */
export const drawFeet = (sheet: Sheet, name: Words, warning?: Words): void => {
  const { start, count } = sheet.doc.bufferedPageRange();
  const y = paper.height - 36;
  const inAll = (text: Words): string =>
    [...new Set(sheet.languages.map((language) => inLanguage(text, language)))].join(' · ');
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(start + page);
    sheet.ornament((doc) => {
      doc
        .moveTo(paper.left, y - 8)
        .lineTo(paper.left + contentWidth, y - 8)
        .lineWidth(0.6)
        .stroke(colours.line);
      sheet.label(inAll(name), styles.smallSecond, paper.left, y);
      if (warning !== undefined) {
        const style = { ...styles.small, weight: 'strong', colour: colours.wait } as const;
        sheet.label(inAll(warning), style, paper.left, y + 11);
      }
      const number = `${page + 1} / ${count}`;
      const x = paper.left + contentWidth - sheet.widthOf(number, styles.smallSecond);
      sheet.label(number, styles.smallSecond, x, y);
    }, 'Pagination');
  }
};
