import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Fields } from '@kyzmat/web';

export interface GivenUpload {
  readonly name: string;
  readonly type: string;
  /** Must be read or resumed to its end. */
  readonly content: Readable;
}

/** Called as soon as a file begins to arrive; what it gives is added to the fields. */
type OnFile = (field: string, file: GivenUpload, before: Fields) => Promise<Fields>;

const limits = { files: 20, fields: 2000, fieldSize: 500_000 };

/** Reads a multipart form; files go on as they come and are never held whole. */
export function readUpload(request: Request, onFile: OnFile): Promise<Fields> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string | string[]> = {};
    const files: Promise<Fields>[] = [];
    const add = (name: string, value: string): void => {
      const before = fields[name];
      fields[name] = before === undefined ? value : [before, value].flat();
    };
    const fail = (error: unknown): void => {
      request.unpipe(reader);
      request.resume();
      reject(error instanceof Error ? error : new Error('The upload broke off'));
    };
    const reader = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
    reader.on('field', add);
    reader.on('file', (field, content, { filename, mimeType }) => {
      // A file input left empty is posted without a name.
      if (!filename) content.resume();
      else {
        const given = onFile(field, { name: filename, type: mimeType, content }, fields);
        given.catch(fail);
        files.push(given);
      }
    });
    reader.on('error', fail);
    request.on('aborted', () => fail(new Error('The upload broke off')));
    reader.on('close', () => {
      Promise.all(files).then(
        (given) => resolve(Object.fromEntries([fields, ...given].flatMap(Object.entries<string | string[]>))),
        reject,
      );
    });
    request.pipe(reader);
  });
}

/** A multipart body that passes a file on while it arrives. */
export function uploadRequest(
  url: string,
  field: string,
  { name, type, content }: GivenUpload,
): globalThis.Request {
  const boundary = `kz-${randomBytes(16).toString('hex')}`;
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: ReadableStream.from(parts()),
    duplex: 'half',
  });

  async function* parts(): AsyncGenerator<Uint8Array> {
    const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
    const start = `--${boundary}`;
    yield text([start, 'Content-Disposition: form-data; name="field"', '', field, '']);
    const safe = name.replaceAll(/["\r\n]/gu, '_');
    const disposition = `Content-Disposition: form-data; name="file"; filename="${safe}"`;
    yield text([start, disposition, `Content-Type: ${type}`, '', '']);
    yield* content;
    yield text(['', `${start}--`, '']);
  }
}
