import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

export interface Chromium {
  readonly path: string;
  /** Folder of the system libraries it needs and this machine does not have. */
  readonly libraries: string | undefined;
  /** The packed one has no window. */
  readonly windows: boolean;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const workspace = fileURLToPath(new URL('../../../..', import.meta.url));

/** A Chromium on the path, or else the one packed in npm, unpacked once into `.kyzmat/`. */
export async function findChromium(): Promise<Chromium> {
  const installed = await onThePath();
  if (installed !== undefined) return { path: installed, libraries: undefined, windows: true };
  const folder = await unpacked();
  const path = join(folder, 'chromium');
  const libraries = (await starts(path)) ? undefined : join(folder, 'lib');
  return { path, libraries, windows: false };
}

async function onThePath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      const found = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (found) return path;
    }
  }
  return undefined;
}

/**
 * Unpacks beside and renames at the end: two test runs may start at once, and half a browser must never be found. The
 * package's own unpacking writes straight to its place.
 */
async function unpacked(): Promise<string> {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const folder = join(workspace, '.kyzmat', 'chromium', versionOf(packed));
  if (existsSync(folder)) return folder;
  if (process.arch !== 'x64') throw new Error('No browser: put a Chromium on the path');
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(`${folder}-`);
  await unpackTo(join(packed, 'bin'), beside);
  try {
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function unpackTo(archives: string, folder: string): Promise<void> {
  const unbrotli = (name: string, to: Writable): Promise<void> =>
    pipeline(createReadStream(join(archives, name)), createBrotliDecompress(), to);
  await unbrotli('chromium.br', createWriteStream(join(folder, 'chromium'), { mode: 0o755 }));
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  // Tar has its end before the padding that follows, and may close sooner than all is written: its own word counts.
  const written = unbrotli('al2023.tar.br', tar.stdin).catch(() => undefined);
  await Promise.all([once(tar, 'exit'), written]);
  if (tar.exitCode !== 0) throw new Error('The libraries of the packed Chromium could not be unpacked');
}

function versionOf(packed: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
}

/** Whether this machine has the libraries the browser links. */
async function starts(path: string): Promise<boolean> {
  const trial = spawn(path, ['--version'], { stdio: 'ignore' });
  await once(trial, 'exit');
  return trial.exitCode === 0;
}
