import type { Readable } from 'node:stream';
import { postedFields, type Fields } from './posted.ts';

/** A form with small files, read whole: what was typed, and the files that were chosen. */
export interface SmallUpload {
  readonly fields: Fields;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** The form was more than its page asks for; nothing of it was kept. */
export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge';
}

/** Reads a multipart form of at most so many bytes. @throws UploadTooLarge, or TypeError when it is no such form */
export async function smallUpload(
  request: Readable & { readonly headers: { readonly 'content-type'?: string | undefined } },
  mostBytes = 256 * 1024,
): Promise<SmallUpload> {
  const body = await bytesOf(request, mostBytes);
  const form = await new Response(body, {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
  const files: Record<string, Uint8Array> = {};
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') typed[name] = value;
    // A file input left empty is posted without a name.
    else if (value.name !== '') files[name] = new Uint8Array(await value.arrayBuffer());
  }
  return { fields: postedFields(typed), files };
}

async function bytesOf(stream: Readable, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Read to its end also when it is too much: who is still sending does not hear the answer.
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('Not bytes');
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  if (length > most) throw new UploadTooLarge();
  return new Uint8Array(Buffer.concat(chunks));
}
