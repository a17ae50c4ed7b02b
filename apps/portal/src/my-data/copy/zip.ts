import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type Content = AsyncIterable<Uint8Array> | Uint8Array;

/** Writes an archive while its parts arrive; nothing is held but the piece on its way. */
interface ZipWriter {
  add(path: string, content: Content): Promise<void>;
  end(): Promise<void>;
}

/** What is packed already gains nothing by being packed again. */
const packed = /\.(?:pdf|jpe?g|png|zip)$/i;

export function zipTo(out: Writable): ZipWriter {
  const zip = new Zip((error, piece, final) => {
    if (error) out.destroy(error);
    else out.write(piece);
    if (final) out.end();
  });

  /** The reader may be slow: then so are we. */
  async function room(): Promise<void> {
    if (out.destroyed) throw new Error('The reader has gone');
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }

  return {
    async add(path, content) {
      const entry = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      zip.add(entry);
      for await (const piece of content instanceof Uint8Array ? [content] : content) {
        entry.push(piece);
        await room();
      }
      entry.push(new Uint8Array(), true);
      await room();
    },
    async end() {
      zip.end();
      if (!out.writableFinished && !out.destroyed)
        await Promise.race([once(out, 'finish'), once(out, 'close')]);
    },
  };
}
