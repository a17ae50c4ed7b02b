import { root, spawnGuarded } from '@kyzmat/engines';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readResults, resultsOf, writeResults, type Kind, type Result } from './result.ts';

export interface FileRun {
  readonly file: string;
  readonly results: readonly Result[];
  /** What it printed: the failures, and whatever the tests wrote. */
  readonly printed: string;
}

const deadlineMs: Readonly<Record<Kind, number>> = { unit: 120_000, spec: 300_000, e2e: 900_000 };
const reporter = new URL('reporter.ts', import.meta.url).href;

/**
 * Runs one test file in a process of its own and keeps its results. A file that ends badly, hangs or holds no test
 * gets a failed result for that.
 */
export async function runFile(kind: Kind, file: string, env: NodeJS.ProcessEnv = {}): Promise<FileRun> {
  const target = resultsOf(kind, file);
  rmSync(target, { force: true });
  const startedAt = Date.now();
  const guarded = spawnGuarded({
    file: process.execPath,
    args: [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout', join(root, file)],
    env: {
      ...process.env,
      // Answers are held against the contracts too.
      NODE_ENV: 'test',
      NODE_COMPILE_CACHE: join(root, '.kyzmat/cache/node'),
      ...env,
      KYZMAT_RESULTS: target,
    },
    cwd: root,
    output: 'pipe',
    graceSeconds: 5,
  });
  const printed: string[] = [];
  for (const stream of [guarded.child.stdout, guarded.child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const deadline = AbortSignal.timeout(deadlineMs[kind]);
  deadline.addEventListener('abort', () => void guarded.kill9());
  await new Promise((resolve) => guarded.child.once('close', resolve));

  const { code, signal } = await guarded.exited;
  const tests = readResults(target);
  const wrong = deadline.aborted
    ? `did not end within ${deadlineMs[kind] / 1000} s`
    : whatIsWrong(tests, signal ?? `code ${String(code)}`, code === 0);
  if (wrong === undefined) return { file, results: tests ?? [], printed: printed.join('') };
  const results = [
    ...(tests ?? []),
    { name: wrong, file, passed: false, durationMs: Date.now() - startedAt },
  ];
  writeResults(target, results);
  return { file, results, printed: `✖ ${file} ${wrong}\n${printed.join('')}` };
}

function whatIsWrong(
  tests: readonly Result[] | undefined,
  ending: string,
  endedWell: boolean,
): string | undefined {
  if (tests === undefined && endedWell) return 'holds no test, or ended before its tests did';
  if (tests === undefined) return `ended (${ending}) before its tests did`;
  if (!endedWell && tests.every(({ passed }) => passed))
    return `ended badly (${ending}) although its tests passed`;
  return undefined;
}

/** Runs several files, at most so many at once, and gives each as it ends. */
export async function runFiles(
  kind: Kind,
  files: readonly string[],
  options: {
    readonly atOnce: number;
    readonly env?: NodeJS.ProcessEnv;
    readonly onEnd?: (run: FileRun) => void;
  },
): Promise<readonly FileRun[]> {
  const waiting = [...files];
  const runs: FileRun[] = [];
  const worker = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const run = await runFile(kind, file, options.env);
      options.onEnd?.(run);
      runs.push(run);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  return runs;
}
