import { inflateSync } from 'node:zlib';

/** Reads the text of a PDF drawn by us, as a reader that searches or reads aloud would: through the ToUnicode maps. */

interface PdfObject {
  readonly head: string;
  readonly body: string;
}

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n([\s\S]*?)\nendstream)?\nendobj/g;

const objectsOf = (pdf: Uint8Array): ReadonlyMap<string, PdfObject> => {
  const text = Buffer.from(pdf).toString('latin1');
  return new Map(
    [...text.matchAll(OBJECT)].map(([, id = '', head = '', stream]) => [
      id,
      { head, body: unpacked(head, stream) },
    ]),
  );
};

const unpacked = (head: string, stream: string | undefined): string => {
  if (stream === undefined) return '';
  const bytes = Buffer.from(stream, 'latin1');
  return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
};

/** The letters of each glyph, by font. */
const lettersOf = (objects: ReadonlyMap<string, PdfObject>, font: string): readonly string[] => {
  const map = /\/ToUnicode (\d+)/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
  const entries = [...(objects.get(map)?.body ?? '').matchAll(/\[([^\]]*)\]/g)].map(([, list = '']) => list);
  return [...entries.join(' ').matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) =>
    String.fromCharCode(...hex.split(' ').map((unit) => Number.parseInt(unit, 16))),
  );
};

const fontsOf = (objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, readonly string[]> => {
  const names = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(names.map(([, name = '', id = '']) => [name, lettersOf(objects, id)]));
};

/** All text of the document, one line a line, pages in order. */
export const readText = (pdf: Uint8Array): string => {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const pages = [...objects.values()].filter(({ body }) => / Tf\n/.test(body));
  return pages.map(({ body }) => readPage(body, fonts)).join('\f');
};

const readPage = (content: string, fonts: ReadonlyMap<string, readonly string[]>): string => {
  let letters: readonly string[] = [];
  const lines: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? [];
    if (shown !== undefined) lines.push(readLine(shown, letters));
  }
  return lines.join('\n');
};

const readLine = (shown: string, letters: readonly string[]): string =>
  [...shown.matchAll(/<([0-9a-f]+)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '?')
    .join('');
