import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type Built = { readonly css: string; readonly js: string };

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const components = path.dirname(require.resolve('govuk-frontend/package.json'));
const versions = [path.dirname(require.resolve('sass')), components].map((dir) =>
  path.join(dir, 'package.json'),
);

/**
 * Style and script, built in a process of its own: the Sass compiler would stay in memory with 130 MB. Kept in
 * `node_modules/.cache` until a source or a version changes; where that cannot be written, built at each start.
 */
export function built(): Built {
  const file = path.join(path.dirname(components), '.cache', 'kyzmat', `${fingerprint()}.json`);
  const kept = read(file);
  if (kept !== undefined) return parse(kept);
  const made = build();
  keep(file, made);
  return parse(made);
}

function build(): string {
  const program = path.join(here, 'build.ts');
  return execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    encoding: 'utf8',
  });
}

function parse(text: string): Built {
  const found: unknown = JSON.parse(text);
  if (typeof found === 'object' && found !== null && 'css' in found && 'js' in found) {
    if (typeof found.css === 'string' && typeof found.js === 'string')
      return { css: found.css, js: found.js };
  }
  throw new Error('The style and the script were not built');
}

function fingerprint(): string {
  const sources = ['../styles', '../browser', '.'].map((name) => path.join(here, name));
  const files = sources.flatMap((dir) => readdirSync(dir).map((name) => path.join(dir, name)));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), ...versions]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function keep(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only installation.
  }
}
