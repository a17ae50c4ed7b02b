import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Says what is being done, in a few words. */
export type Report = (text: string) => void;

/**
 * Makes a file or folder whole or not at all: `fill` works in a place beside it, which takes the final name at the end.
 * When two do it at once the first wins, and both go on.
 */
export async function makeWhole(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return;
  const temporary = `${path}.${randomUUID().slice(0, 8)}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await fill(temporary);
    await rename(temporary, path).catch((error: unknown) => {
      if (!existsSync(path)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
