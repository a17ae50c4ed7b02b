import { root, runToEnd } from '@kyzmat/engines';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nxEnvironment } from './checks.ts';
import { testFiles } from './files.ts';
import { readResults, resultsOf, type Result } from './result.ts';
import type { Stage } from './stage.ts';

/** The unit tests of all packages, through Nx: what has not changed comes from its cache, with its results. */
export const unitTests: Stage = {
  title: 'unit tests',
  async run(print) {
    rmSync(join(root, 'dist/results/unit'), { recursive: true, force: true });
    const { code, printed } = await runToEnd({
      file: process.execPath,
      args: [
        join(root, 'node_modules/.bin/nx'),
        ...['run-many', '-t', 'test', '--output-style=static', `--parallel=${availableParallelism()}`],
      ],
      env: {
        ...process.env,
        ...nxEnvironment,
        KYZMAT_AT_ONCE: '1',
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
      cwd: root,
    });
    const results = testFiles('unit').flatMap(
      (file) => readResults(resultsOf('unit', file)) ?? [neverRan(file)],
    );
    if (code === 0 && results.every(({ passed }) => passed)) return results;
    print(failuresIn(printed));
    if (results.every(({ passed }) => passed)) throw new Error('Nx failed although all tests passed');
    return results;
  },
};

const neverRan = (file: string): Result => ({
  name: 'did not run: is it in a package with the target test?',
  file,
  passed: false,
  durationMs: 0,
});

/** What Nx printed, without the packages that passed. */
function failuresIn(printed: string): string {
  const parts = printed.split(/^(?=> nx run )/m);
  return parts.filter((part) => !/ passed, 0 failed/.test(part)).join('');
}
