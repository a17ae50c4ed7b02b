import { availableParallelism } from 'node:os';
import { testFiles } from './files.ts';
import { runFiles } from './run-file.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder: node tools/launcher/unit.mjs libs/domain/money');

const atOnce = Number(process.env['KYZMAT_AT_ONCE'] ?? availableParallelism());
const runs = await runFiles('unit', testFiles('unit', folder), { atOnce });
const results = runs.flatMap((run) => run.results);
const failed = results.filter(({ passed }) => !passed).length;
for (const run of runs) {
  if (run.results.some(({ passed }) => !passed)) process.stdout.write(run.printed);
}
process.stdout.write(`${folder}: ${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
