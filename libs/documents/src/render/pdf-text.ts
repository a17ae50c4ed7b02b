/** A text string for pdfkit's low level, which writes plain strings as PDF names. */
export const pdfText = (text: string): object => new String(text);
