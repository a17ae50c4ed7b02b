import type { Words } from '../texts.ts';
import { colours, contentWidth, paper, styles } from './look.ts';
import type { Pair } from './said.ts';
import { said } from './said.ts';
import type { Column, Sheet } from './sheet.ts';

const LABEL_WIDTH = 182;
const GAP = 16;
const PADDING = 5;

const labels: Pair = [styles.label, styles.labelSecond];
const values: Pair = [styles.value, styles.valueSecond];
const amounts: Pair = [styles.amount, styles.valueSecond];

const hairline = (sheet: Sheet): void =>
  sheet.ornament((doc) => {
    const { y } = sheet;
    doc
      .moveTo(paper.left, y)
      .lineTo(paper.left + contentWidth, y)
      .lineWidth(0.6)
      .stroke(colours.line);
  });

const drawRow = (sheet: Sheet, columns: readonly Column[]): void => {
  sheet.need(sheet.heightOf(columns) + PADDING * 2);
  hairline(sheet);
  sheet.y += PADDING;
  sheet.row(columns);
  sheet.y += PADDING;
};

/** A table of two columns: what it is, what it says. */
export const drawFacts = (
  sheet: Sheet,
  rows: readonly { readonly label: Words; readonly value: Words }[],
  parent: PDFKit.PDFStructureElement = sheet.root,
): void => {
  if (rows.length === 0) return;
  const table = sheet.element('Table', parent);
  for (const { label, value } of rows) {
    const tr = sheet.element('TR', table);
    const head = sheet.element('TH', tr, { scope: 'Row' });
    const cell = sheet.element('TD', tr);
    const x = paper.left + LABEL_WIDTH + GAP;
    drawRow(sheet, [
      { x: paper.left, width: LABEL_WIDTH, pieces: said(sheet, label, head, labels) },
      { x, width: contentWidth - LABEL_WIDTH - GAP, pieces: said(sheet, value, cell, values) },
    ]);
  }
  hairline(sheet);
};

/** A table of names and amounts with a head and a last line; amounts stand on the right. */
export const drawAmounts = (
  sheet: Sheet,
  head: readonly [Words, Words],
  lines: readonly (readonly [Words, Words])[],
): void => {
  const table = sheet.element('Table');
  const amountWidth = 130;
  const line = (
    cells: readonly [Words, Words],
    tags: readonly ['TH' | 'TD', 'TH' | 'TD'],
    pair: Pair,
  ): void => {
    const tr = sheet.element('TR', table);
    const [name, amount] = tags.map((tag, index) =>
      sheet.element(
        tag,
        tr,
        tag === 'TD' ? {} : { scope: index === 0 && tags[1] === 'TD' ? 'Row' : 'Column' },
      ),
    );
    if (name === undefined || amount === undefined) return;
    const width = contentWidth - amountWidth;
    drawRow(sheet, [
      { x: paper.left, width: width - GAP, pieces: said(sheet, cells[0], name, pair) },
      {
        x: paper.left + width,
        width: amountWidth,
        align: 'right',
        pieces: said(sheet, cells[1], amount, pair),
      },
    ]);
  };
  line(head, ['TH', 'TH'], labels);
  for (const cells of lines) line(cells, ['TH', 'TD'], values);
  hairline(sheet);
};

/** A fact of a band; a large one is what people look for first. */
interface BandFact {
  readonly label: Words;
  readonly value: Words;
  readonly large?: boolean;
}

/** A quiet band of up to three facts side by side. */
export const drawBand = (sheet: Sheet, facts: readonly BandFact[]): void => {
  const table = sheet.element('Table');
  const heads = sheet.element('TR', table);
  const cells = sheet.element('TR', table);
  const inset = 12;
  const width = (contentWidth - inset * 2 - GAP * (facts.length - 1)) / facts.length;
  const across = (pieces: (words: (typeof facts)[number]) => Column['pieces']): Column[] =>
    facts.map((fact, index) => ({
      x: paper.left + inset + index * (width + GAP),
      width,
      pieces: pieces(fact),
    }));
  const labelRow = across(({ label }) =>
    said(sheet, label, sheet.element('TH', heads, { scope: 'Column' }), labels),
  );
  const valueRow = across(({ value, large }) =>
    said(sheet, value, sheet.element('TD', cells), large === true ? amounts : values),
  );
  const height = sheet.heightOf(labelRow) + sheet.heightOf(valueRow) + 4 + inset * 2;
  sheet.need(height);
  const top = sheet.y;
  sheet.ornament((doc) => doc.roundedRect(paper.left, top, contentWidth, height, 6).fill(colours.mist));
  sheet.y += inset;
  sheet.row(labelRow);
  sheet.y += 4;
  sheet.row(valueRow);
  sheet.y = top + height;
};
