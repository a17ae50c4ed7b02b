import PDFDocument from 'pdfkit';
import type { Instant, Languages } from '../texts.ts';

/** What a document is opened with. */
export interface SheetHead {
  readonly title: string;
  readonly languages: Languages;
  readonly createdAt: Instant;
  /** All text that may be drawn: decides the typeface. */
  readonly text: string;
}

/** Opens a tagged PDF/A-2a that also claims PDF/UA-1; pdfkit writes the first claim itself. */
export const openDocument = ({ title, languages, createdAt }: SheetHead): PDFKit.PDFDocument => {
  const plain = title.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: languages[0],
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    info: { Title: plain, Creator: 'Kyzmat', CreationDate: new Date(createdAt) },
  });
  doc.appendXML(PDF_UA);
  return doc;
};

/** The document's claim to be PDF/UA-1, with the schema PDF/A wants beside a claim it does not know. */
const PDF_UA = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
