import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Weight } from './look.ts';

interface Typeface {
  readonly name: string;
  readonly files: Readonly<Record<Weight, Buffer>>;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const read = (name: string): Buffer => readFileSync(fileURLToPath(import.meta.resolve(name)));

/** The typeface of the portal's pages, whole in one file. */
const golos = once<Typeface>(() => ({
  name: 'golos',
  files: {
    regular: read('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
    strong: read('@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf'),
  },
}));

/** Less grace, ten times the letters: for names from other scripts. */
const dejaVu = once<Typeface>(() => ({
  name: 'dejavu',
  files: {
    regular: read('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    strong: read('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  },
}));

/** A typeface opened in a document, and the letters of the text it has not. */
export interface OpenTypeface {
  /** The name pdfkit knows a weight by. */
  readonly fontName: (weight: Weight) => string;
  readonly missing: ReadonlySet<string>;
}

/** Stands for a letter that no typeface has. */
export const MISSING = '□';

const open = (doc: PDFKit.PDFDocument, typeface: Typeface, letters: readonly string[]): OpenTypeface => {
  const fontName = (weight: Weight): string => `${typeface.name}-${weight}`;
  doc.registerFont(fontName('regular'), typeface.files.regular);
  doc.registerFont(fontName('strong'), typeface.files.strong);
  doc.font(fontName('regular'));
  const { font } = doc._font;
  const missing = letters.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  return { fontName, missing: new Set(missing) };
};

/** The first typeface that has every letter of the text; the second one when neither has. */
export const openTypeface = (doc: PDFKit.PDFDocument, text: string): OpenTypeface => {
  const letters = [...new Set(text)].filter(isPrinted);
  const first = open(doc, golos(), letters);
  return first.missing.size === 0 ? first : open(doc, dejaVu(), letters);
};

/** Composed letters, no control or direction signs; line ends stay. */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .filter((letter) => letter === '\n' || isPrinted(letter))
    .join('');

const isPrinted = (letter: string): boolean => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(letter);
