import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { postedFields, type Fields } from './posted.ts';

/** A form with small files, read whole: what was typed, and the files that were chosen. */
export interface SmallUpload {
  readonly fields: Fields;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** A file of the form was more than its page asks for. */
export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge';
}

const limits = { files: 5, fields: 50, fieldSize: 10_000 };

/**
 * Reads a multipart form whose files have at most so many bytes each; it is read to its end also when that is too much,
 * for who is still sending does not hear the answer. What is no such form counts as an empty one. @throws UploadTooLarge
 */
export function smallUpload(
  request: Readable & { readonly headers: IncomingHttpHeaders },
  mostBytes = 256 * 1024,
): Promise<SmallUpload> {
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') === true;
  if (!isForm) return Promise.resolve({ fields: {}, files: {} });
  return new Promise((resolve, reject) => {
    const typed: Record<string, string> = {};
    const files: Promise<readonly [name: string, bytes: Uint8Array]>[] = [];
    let tooLarge = false;
    const reader = busboy({ headers: request.headers, limits: { ...limits, fileSize: mostBytes } });
    reader.on('field', (name, value) => (typed[name] = value));
    reader.on('file', (name, content, { filename }) => {
      content.on('limit', () => (tooLarge = true));
      // A file input left empty is posted without a name.
      if (filename) files.push(buffer(content).then((bytes) => [name, new Uint8Array(bytes)] as const));
      else content.resume();
    });
    reader.on('error', (error) => reject(error instanceof Error ? error : new Error('The form broke off')));
    request.on('aborted', () => reject(new Error('The form broke off')));
    reader.on('close', () => {
      const done = async (): Promise<SmallUpload> => {
        const given = Object.fromEntries(await Promise.all(files));
        if (tooLarge) throw new UploadTooLarge();
        return { fields: postedFields(typed), files: given };
      };
      done().then(resolve, reject);
    });
    request.pipe(reader);
  });
}
