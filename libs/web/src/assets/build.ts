import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { compile } from 'sass';

/** The browser script's modules, each after those it imports. */
const modules = [
  'page.ts',
  'kept.ts',
  'check.ts',
  'autosave.ts',
  'send.ts',
  'patch.ts',
  'live.ts',
  'main.ts',
];

/** The style sheet of all pages. */
function buildStyle(): string {
  const components = path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const entry = path.join(import.meta.dirname, '../styles/kyzmat.scss');
  const { css } = compile(entry, {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [path.dirname(components)],
  });
  return css.replace('\uFEFF', '').trim();
}

/** One module of several: types taken off, imports between them taken out, comments and indents dropped. */
function buildScript(): string {
  const folder = path.join(import.meta.dirname, '../browser');
  return modules.map((name) => plain(readFileSync(path.join(folder, name), 'utf8'))).join('\n');
}

function plain(source: string): string {
  const code = stripTypeScriptTypes(source)
    .replaceAll(/^import .* from '\.\/.*';$/gm, '')
    .replaceAll(/^export /gm, '')
    .replaceAll(/^\s*(\/\*\*?[\s\S]*?\*\/|\/\/.*)$/gm, '');
  const lines = code.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Run as a program by `built.ts`. */
process.stdout.write(JSON.stringify({ css: buildStyle(), js: buildScript() }));
