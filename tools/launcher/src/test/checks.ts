import { root, runToEnd } from '@kyzmat/engines';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsOf, writeResults, type Result } from './result.ts';
import type { Stage } from './stage.ts';

/** Types, lint and format of the whole workspace: one test each. */
export const checks: Stage = {
  title: 'types, lint, format',
  async run(print) {
    // The formatter is the shortest: it shares a processor with the linter.
    const results = await Promise.all([
      check('types', [['tsc', '-p', 'tsconfig.json']], print),
      check('lint', lintCommands(), print).then(async (lint) => [
        lint,
        await check('format', [formatCommand], print),
      ]),
    ]);
    return results.flat();
  },
};

type Print = (text: string) => void;
type ToolCall = readonly [tool: string, ...args: string[]];

const lintCommands = (): readonly ToolCall[] => [
  ['nx', 'show', 'projects'], // the rule of the layers is skipped unless Nx knows the projects
  [
    'eslint',
    '.',
    '--max-warnings=0',
    '--cache',
    '--cache-strategy=content',
    `--cache-location=dist/lint/${layersHash()}`,
  ],
];

const formatCommand: ToolCall = [
  ...(['prettier', '.', '--check', '--log-level=warn'] as const),
  ...['--cache', '--cache-strategy=content', '--cache-location=dist/format.cache'],
];

/** Changes when a package changes its layer or its dependencies: then every file is looked at again. */
function layersHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync('{.,{apps,libs,libs/domain,libs/platform,tools}/*}/package.json', {
    cwd: root,
  }).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function check(name: string, commands: readonly ToolCall[], print: Print): Promise<Result> {
  const startedAt = Date.now();
  let passed = true;
  for (const [tool, ...args] of commands) {
    const { code, printed } = await runToEnd({
      file: process.execPath,
      args: [join(root, 'node_modules/.bin', tool), ...args],
      env: { ...process.env, ...nxEnvironment },
      cwd: root,
    });
    if (code === 0) continue;
    passed = false;
    print(`✖ ${name}\n${printed}`);
  }
  const result = { name, file: '', passed, durationMs: Date.now() - startedAt };
  writeResults(resultsOf('checks', name), [result]);
  return result;
}

/** Nx without its background process, without its network, and with children that end with it. */
export const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NX_NATIVE_COMMAND_RUNNER: 'false',
};
