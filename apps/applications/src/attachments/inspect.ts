import { createHash } from 'node:crypto';
import { Problem } from '@kyzmat/http';
import { fileTypeFromBuffer } from 'file-type';

/** What the form's field takes. */
export interface Allowed {
  /** Media types. */
  readonly types: readonly string[];
  readonly maxBytes: number;
}

interface Inspection {
  /** Lets the content through as it comes; throws Problem as soon as it is known to be wrong. */
  readonly pass: (content: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;
  /** Of what has passed. */
  found(): { readonly size: number; readonly sha256: string; readonly type: string };
}

/** Office documents name their kind some kilobytes in. */
const headBytes = 65_536;

/** Measures, hashes and recognises a file while it streams by; its own name and claims about itself do not count. */
export function inspector({ types, maxBytes }: Allowed): Inspection {
  const hash = createHash('sha256');
  let size = 0;
  let type: string | undefined;

  async function recognise(head: Buffer): Promise<void> {
    type = (await fileTypeFromBuffer(head))?.mime;
    if (type === undefined || !types.includes(type)) throw wrongType(types);
  }

  return {
    async *pass(content) {
      let head = Buffer.alloc(0);
      for await (const chunk of content) {
        size += chunk.length;
        if (size > maxBytes) throw tooLarge(maxBytes);
        hash.update(chunk);
        if (type !== undefined) yield chunk;
        else {
          head = Buffer.concat([head, chunk]);
          if (head.length < headBytes) continue;
          await recognise(head);
          yield head;
        }
      }
      if (type === undefined) {
        await recognise(head);
        yield head;
      }
    },
    found: () => ({ size, sha256: hash.digest('hex'), type: type ?? '' }),
  };
}

function wrongType(types: readonly string[]): Problem {
  const names = types.map((type) => type.replace(/^.*\//u, '').toUpperCase()).join(', ');
  return new Problem(422, 'file_type', 'The content of the file is of no type the field takes.', {
    types,
    message: {
      ky: `Файлдын түрү туура келбейт. Ылайыктуу түрлөрү: ${names}.`,
      ru: `Файл не того вида. Подходят: ${names}.`,
    },
  });
}

export function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.floor(maxBytes / 1_048_576);
  return new Problem(413, 'file_too_large', 'The file is larger than the field takes.', {
    maxBytes,
    message: {
      ky: `Файл өтө чоң. ${megabytes} мегабайттан ашпаган файлды тандаңыз.`,
      ru: `Файл слишком большой. Выберите файл не больше ${megabytes} МБ.`,
    },
  });
}
