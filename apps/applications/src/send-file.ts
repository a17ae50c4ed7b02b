import { sent, type Sent } from '@kyzmat/kit';
import type { Response } from 'express';

/** A file to save, never to run: an attachment of a named type that nobody guesses at (nosniff comes with the door). */
export function fileHeaders(response: Response, name: string, type: string, length: number): void {
  response.attachment(name);
  response.set({
    'Content-Type': type,
    'Content-Length': String(length),
    'Cache-Control': 'private, no-store',
  });
}

export function sendPdf(response: Response, name: string, pdf: Uint8Array): Sent {
  fileHeaders(response, name, 'application/pdf', pdf.length);
  response.end(pdf);
  return sent;
}

export function sendJson(response: Response, name: string, text: string): Sent {
  const bytes = Buffer.from(text);
  fileHeaders(response, name, 'application/json; charset=utf-8', bytes.length);
  response.end(bytes);
  return sent;
}
