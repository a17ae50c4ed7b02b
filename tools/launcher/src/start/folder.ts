import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a new beginning keeps: things that were fetched or made to be fast, and the lock. */
const kept = ['engines', 'cache', 'launcher.json'];

/** Throws away everything that a platform has kept in its folder. */
export async function resetFolder(folder: string): Promise<void> {
  const entries = await readdir(folder);
  const gone = entries.filter((name) => !kept.includes(name));
  await Promise.all(gone.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** Puts the logs of the last run aside. */
export async function rotateLogs(folder: string): Promise<void> {
  const [logs, before] = [join(folder, 'logs'), join(folder, 'logs-before')];
  await rm(before, { recursive: true, force: true });
  await rename(logs, before).catch(() => undefined);
}
