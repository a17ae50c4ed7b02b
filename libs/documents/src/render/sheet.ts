import type { Language, Languages } from '../texts.ts';
import { MISSING, openTypeface, printable } from './fonts.ts';
import type { OpenTypeface } from './fonts.ts';
import { breakLines } from './lines.ts';
import { paper } from './look.ts';
import type { Style } from './look.ts';
import { openDocument } from './open-document.ts';
import type { SheetHead } from './open-document.ts';

/** A stretch of text in one style, belonging to one element of the structure tree. */
export interface Piece {
  readonly words: string;
  readonly style: Style;
  readonly element: PDFKit.PDFStructureElement;
  /** The element's type, repeated on the page. */
  readonly tag: string;
  /** Empty space above, unless the piece begins a page. */
  readonly above?: number;
}

/** A column of text; several side by side make a row. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly pieces: readonly Piece[];
  readonly align?: 'left' | 'right';
}

const FULL_PAGE = paper.height - paper.top - paper.bottom;

interface Line {
  readonly text: string;
  readonly piece: Piece;
  readonly above: number;
}

/** A tagged document being drawn from top to bottom. Knows pages and lines, not what they mean. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly languages: Languages;
  readonly missing: ReadonlySet<string>;
  y: number = paper.top;
  readonly #typeface: OpenTypeface;
  readonly #chunks: Buffer[] = [];

  constructor(head: SheetHead) {
    this.doc = openDocument(head);
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.languages = head.languages;
    this.#typeface = openTypeface(this.doc, printable(head.text));
    this.missing = this.#typeface.missing;
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.addPage();
  }

  /** How much of the page is left. */
  get room(): number {
    return paper.height - paper.bottom - this.y;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = paper.top;
  }

  /** Begins a new page if less than `height` is left; not for what no page could hold. */
  need(height: number): void {
    if (this.room < height && height <= FULL_PAGE) this.newPage();
  }

  /** Adds an element to the structure tree; a language only where it differs from the document's. */
  element(
    tag: string,
    parent: PDFKit.PDFStructureElement = this.root,
    options: PDFKit.Mixins.StructureElementOptions & { readonly in?: Language } = {},
  ): PDFKit.PDFStructureElement {
    const { in: language, ...rest } = options;
    const lang = language === undefined || language === this.languages[0] ? {} : { lang: language };
    const element = this.doc.struct(tag, { ...rest, ...lang });
    parent.add(element);
    return element;
  }

  /** Draws something that carries no meaning and is skipped when the document is read aloud. */
  ornament(draw: (doc: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    this.doc.save();
    draw(this.doc);
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  widthOf(text: string, style: Style): number {
    this.#use(style);
    return this.doc.widthOfString(text);
  }

  /** The height a row would take on one page. */
  heightOf(columns: readonly Column[]): number {
    return Math.max(0, ...columns.map((column) => heightOfLines(this.#lines(column))));
  }

  /** Draws columns side by side and moves below them. A row longer than a page goes on on the next. */
  row(columns: readonly Column[]): void {
    this.need(this.heightOf(columns));
    let rest = columns.map((column) => ({ column, lines: this.#lines(column) }));
    for (;;) {
      const room = this.room;
      const drawn = rest.map(({ column, lines }) => this.#drawLines(column, lines, room));
      rest = rest.map(({ column, lines }, index) => ({ column, lines: lines.slice(drawn[index]?.count) }));
      this.y += Math.max(0, ...drawn.map(({ height: used }) => used));
      if (rest.every(({ lines }) => lines.length === 0)) return;
      this.newPage();
    }
  }

  /** Text without meaning of its own on the page: page numbers. */
  label(text: string, style: Style, x: number, y: number): void {
    this.#use(style);
    this.doc.text(this.#drawable(text), x, y, { lineBreak: false });
  }

  /** Finishes the file. */
  finish(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.doc.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#chunks))));
      this.doc.on('error', reject);
      this.doc.end();
    });
  }

  #use(style: Style): void {
    this.doc.font(this.#typeface.fontName(style.weight)).fontSize(style.size).fillColor(style.colour);
  }

  #drawable(words: string): string {
    const text = printable(words);
    return this.missing.size === 0
      ? text
      : Array.from(text, (letter) => (this.missing.has(letter) ? MISSING : letter)).join('');
  }

  #lines(column: Column): readonly Line[] {
    return column.pieces.flatMap((piece) => {
      this.#use(piece.style);
      const broken = breakLines(this.#drawable(piece.words), column.width, (text) =>
        this.doc.widthOfString(text),
      );
      return broken.map((text, index) => ({ text, piece, above: index === 0 ? (piece.above ?? 0) : 0 }));
    });
  }

  /** Draws as many lines as fit, at least one, each stretch of a piece as one marked content. */
  #drawLines(column: Column, lines: readonly Line[], room: number): { count: number; height: number } {
    let height = 0;
    let count = 0;
    let open: Piece | null = null;
    for (const { text, piece, above } of lines) {
      const top = height + (count === 0 ? 0 : above);
      if (count > 0 && top + piece.style.line > room) break;
      if (open !== piece) {
        if (open !== null) this.doc.endMarkedContent();
        piece.element.add(this.doc.markStructureContent(piece.tag));
        this.#use(piece.style);
        open = piece;
      }
      const goesOn = lines[count + 1]?.piece === piece ? ' ' : '';
      this.#drawLine(column, text, goesOn, piece.style, this.y + top);
      height = top + piece.style.line;
      count += 1;
    }
    if (open !== null) this.doc.endMarkedContent();
    return { count, height };
  }

  #drawLine(column: Column, text: string, after: string, style: Style, y: number): void {
    const shift = column.align === 'right' ? column.width - this.doc.widthOfString(text) : 0;
    const leading = (style.line - style.size * 1.2) / 2;
    this.doc.text(text + after, column.x + shift, y + leading, { lineBreak: false });
  }
}

const heightOfLines = (lines: readonly Line[]): number =>
  lines.reduce((height, { piece, above }, index) => height + piece.style.line + (index === 0 ? 0 : above), 0);
