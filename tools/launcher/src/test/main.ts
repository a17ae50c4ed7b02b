import { killAll, provision, root } from '@kyzmat/engines';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCompliance } from '../compliance/write.ts';
import { checks } from './checks.ts';
import { plainStage, specStage } from './file-stages.ts';
import { testFiles } from './files.ts';
import { kinds, type Kind } from './result.ts';
import { runStages, type Stage } from './stage.ts';
import { unitTests } from './unit-stage.ts';

// npm test [-- checks|unit|spec|e2e|PART-OF-A-PATH ...]
const asked = process.argv.slice(2);

// Everything temporary of all tests lies in one place, which vanishes with this process.
const temporary = mkdtempSync(join(tmpdir(), 'kyzmat-test-'));
process.env['TMPDIR'] = temporary;
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void killAll().finally(() => process.exit(130)));
}
process.stdout.on('error', () => undefined);

await provision((text) => process.stdout.write(`${text}\n`));
if (asked.length === 0) rmSync(join(root, 'dist/results'), { recursive: true, force: true });
const results = await runStages(stagesOf(asked));
await killAll();
// Only a whole run can say of every rule whether a test proved it.
if (asked.length === 0) writeCompliance();

const failures = results.filter(({ passed }) => !passed);
if (failures.length > 0) process.stdout.write('\nFailed:\n');
for (const { name, file } of failures) process.stdout.write(`  ${file} ${name}\n`);
process.stdout.write(`\n${results.length - failures.length} passed, ${failures.length} failed\n`);
process.exit(failures.length > 0 ? 1 : 0);

function stagesOf(words: readonly string[]): readonly Stage[] {
  const paths = words.filter((word) => word !== 'checks' && !(word in kinds));
  const wanted = (part: Kind | 'checks'): boolean => words.length === 0 || words.includes(part);
  const filesOf = (kind: Kind): readonly string[] =>
    testFiles(kind).filter((file) => wanted(kind) || paths.some((path) => file.includes(path)));
  const unitFiles = filesOf('unit');
  const specFiles = filesOf('spec');
  const e2eFiles = filesOf('e2e');
  const stages = [
    ...(wanted('checks') ? [checks] : []),
    ...(wanted('unit') ? [unitTests] : []),
    ...(wanted('unit') || unitFiles.length === 0
      ? []
      : [plainStage('unit tests', 'unit', unitFiles, availableParallelism())]),
    ...(specFiles.length === 0 ? [] : [specStage(specFiles)]),
    ...(e2eFiles.length === 0 ? [] : [plainStage('all processes together', 'e2e', e2eFiles, 1)]),
  ];
  return stages.length > 0 ? stages : [nothingFound(words)];
}

function nothingFound(words: readonly string[]): Stage {
  return {
    title: words.join(' '),
    run: () => Promise.reject(new Error(`no test file has one of these in its path: ${words.join(', ')}`)),
  };
}
