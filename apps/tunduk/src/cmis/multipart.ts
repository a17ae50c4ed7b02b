import { randomUUID } from 'node:crypto';

/** The bytes of a file: at once, or as they come. */
export type Bytes = Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;

export interface FilePart {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

interface Multipart {
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * A multipart form of texts and at most one file. Each text says that it is UTF-8: CMIS servers read it as Latin-1
 * otherwise, which is why `FormData` does not do.
 */
export function multipart(texts: Readonly<Record<string, string>>, file?: FilePart): Multipart {
  const boundary = `kyzmat-${randomUUID()}`;
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (const [name, value] of Object.entries(texts)) {
      yield utf8(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n` +
          `Content-Type: text/plain;charset=UTF-8\r\n\r\n${value}\r\n`,
      );
    }
    if (file !== undefined) {
      yield utf8(
        `--${boundary}\r\nContent-Disposition: form-data; name="content"; filename="${quoted(file.name)}"\r\n` +
          `Content-Type: ${file.type}\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
      );
      if (file.bytes instanceof Uint8Array) yield file.bytes;
      else yield* file.bytes;
      yield utf8('\r\n');
    }
    yield utf8(`--${boundary}--\r\n`);
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: ReadableStream.from(parts()),
  };
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);

function quoted(name: string): string {
  return name.replaceAll(/[\r\n"\\]/gu, '_');
}
