import type { Readable } from 'node:stream';
import { invalidRequest, Problem } from '@kyzmat/http';
import busboy, { type Busboy } from 'busboy';
import type { IncomingMessage } from 'node:http';

/** The file of a multipart request while it arrives. */
interface Arriving {
  /** Of the form, as posted before the file. */
  readonly field: string;
  readonly name: string;
  readonly content: Readable;
}

const longestName = 200;

/**
 * Gives the one file of a multipart request to `store`, never whole. The answer of a refusal arrives, for the rest of
 * the request is read and thrown away; when the connection drops, the content ends with an error.
 */
export function receiveFile<T>(
  request: IncomingMessage,
  maxBytes: number,
  store: (file: Arriving) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let field: string | undefined;
    let begun = false;
    const parser = parserOf(request, maxBytes);

    const fail = (error: unknown): void => {
      request.unpipe(parser);
      request.resume();
      reject(error instanceof Error ? error : new Error('The upload broke off'));
    };
    parser.on('field', (name, value) => {
      if (name === 'field') field = value;
    });
    parser.on('file', (_name, content, { filename }) => {
      begun = true;
      // Without a listener an error here, when the connection drops, would end the process.
      content.on('error', () => undefined);
      store({ field: field ?? '', name: cleanName(filename), content }).then(resolve, (error: unknown) => {
        content.resume();
        fail(error);
      });
    });
    parser.on('error', () => {
      if (!begun) fail(malformed());
    });
    parser.on('close', () => {
      if (!begun) fail(malformed());
    });
    request.on('close', () => {
      if (!request.complete) parser.destroy(new Error('The connection dropped'));
    });
    request.pipe(parser);
  });
}

function parserOf({ headers }: IncomingMessage, maxBytes: number): Busboy {
  // One byte more than is taken, so that whoever counts the bytes sees that it is too much.
  const limits = { files: 1, fields: 1, fieldSize: longestName, fileSize: maxBytes + 1 };
  try {
    return busboy({ headers, limits, defParamCharset: 'utf8' });
  } catch {
    throw malformed();
  }
}

function malformed(): Problem {
  return invalidRequest([{ in: 'body', at: '/file', what: 'is missing' }]);
}

/** A name to show and to save under: no folders, no control characters, not endless. */
export function cleanName(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/u).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}"]/gu, '').trim();
  if (plain.length <= longestName) return plain === '' ? 'file' : plain;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  return plain.slice(0, longestName - ending.length) + ending;
}
