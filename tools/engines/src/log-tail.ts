import { open, stat } from 'node:fs/promises';

/** Reads what has been added to a log since the last time, in whole lines. */
export interface LogTail {
  /** Forgets what is there already. */
  skip(): Promise<void>;
  lines(): Promise<readonly string[]>;
}

export function tailOf(log: string): LogTail {
  let offset = 0;
  let rest = '';
  const sizeOf = async (): Promise<number> => (await stat(log).catch(() => undefined))?.size ?? 0;
  return {
    async skip() {
      offset = await sizeOf();
      rest = '';
    },
    async lines() {
      const size = await sizeOf();
      if (size <= offset) return [];
      const file = await open(log);
      try {
        const { buffer } = await file.read(Buffer.alloc(size - offset), 0, size - offset, offset);
        offset = size;
        const parts = (rest + buffer.toString('utf8')).split('\n');
        rest = parts.pop() ?? '';
        return parts;
      } finally {
        await file.close();
      }
    },
  };
}
