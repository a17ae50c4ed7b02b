/** Parts of pdfkit that its published types leave out and conforming documents need. */
declare namespace PDFKit {
  interface PDFDocument {
    readonly _root: {
      readonly data: {
        AcroForm?: {
          readonly data: { NeedAppearances?: boolean; SigFlags?: number; readonly Fields: unknown[] };
        };
        Perms?: { readonly DocMDP: PDFKitReference };
      };
    };
    readonly _font: { readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
  }

  interface PDFKitReference {
    end(): void;
  }
}

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    scope?: 'Row' | 'Column';
    bbox?: [number, number, number, number];
  }

  interface PDFAnnotation {
    /** Any annotation; text values are String objects, plain strings are written as PDF names. */
    annotate(
      x: number,
      y: number,
      width: number,
      height: number,
      options: Readonly<Record<string, unknown>> & {
        readonly Subtype: string;
        readonly structParent: PDFStructureElement;
      },
    ): this;
  }
}
