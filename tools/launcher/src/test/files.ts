import { root } from '@kyzmat/engines';
import { globSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { kinds, type Kind } from './result.ts';

const notOurs = new Set(['node_modules', 'dist']);

/** The test files of a kind under a folder, from the root of the workspace, in order. */
export function testFiles(kind: Kind, folder = '{apps,libs,tools,catalogue}'): readonly string[] {
  const within = relative(root, resolve(root, folder));
  return globSync(`${within}/**/*${kinds[kind]}`, {
    cwd: root,
    exclude: (name) => notOurs.has(name.split('/').at(-1) ?? ''),
  }).sort();
}
