import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Problem } from '@kyzmat/http';
import busboy, { type Busboy } from 'busboy';
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
/** Of everything typed together: it is held in memory, also of somebody who is not signed in. */
const mostLetters = 500_000;

/**
 * Reads a multipart form; files go on as they come and are never held whole. Throws Problem `form_too_large` (413) and
 * `form_broken` (400).
 */
export function readUpload(request: Request, onFile: OnFile): Promise<Fields> {
  return new Promise((resolve, reject) => {
    const typed = new Map<string, string | string[]>();
    const files: Promise<Fields>[] = [];
    let letters = 0;
    const fail = (error: unknown): void => {
      request.unpipe(reader);
      request.resume();
      reject(error instanceof Error ? error : broken());
    };
    const reader = parserOf(request);
    reader.on('field', (name, value) => {
      letters += name.length + value.length;
      if (letters > mostLetters) fail(new Problem(413, 'form_too_large'));
      else typed.set(name, typed.has(name) ? [typed.get(name) ?? [], value].flat() : value);
    });
    reader.on('file', (field, content, { filename, mimeType }) => {
      // A file input left empty is posted without a name.
      if (!filename) content.resume();
      else {
        const given = onFile(field, { name: filename, type: mimeType, content }, Object.fromEntries(typed));
        given.catch(fail);
        files.push(given);
      }
    });
    reader.on('error', () => fail(broken()));
    request.on('aborted', () => fail(broken()));
    reader.on('close', () => {
      Promise.all(files).then(
        (given) =>
          resolve(Object.fromEntries([...typed, ...given.flatMap((fields) => Object.entries(fields))])),
        reject,
      );
    });
    request.pipe(reader);
  });
}

function parserOf({ headers }: Request): Busboy {
  try {
    return busboy({ headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw broken();
  }
}

function broken(): Problem {
  return new Problem(400, 'form_broken', 'The form cannot be read, or the connection dropped.');
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
