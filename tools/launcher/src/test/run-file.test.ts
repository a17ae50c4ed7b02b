import { root } from '@kyzmat/engines';
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { resultsOf } from './result.ts';
import { runFile, type FileRun } from './run-file.ts';

const folder = 'dist/run-file-test';
after(() => {
  rmSync(join(root, folder), { recursive: true, force: true });
  rmSync(dirname(resultsOf('unit', `${folder}/a`)), { recursive: true, force: true });
});

async function run(name: string, content: string): Promise<FileRun> {
  const file = `${folder}/${name}.ts`;
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, file), `import { test } from 'node:test';\n${content}`);
  return runFile('unit', file);
}

const outcome = ({ results }: FileRun): readonly string[] =>
  results.map(({ name, passed }) => `${passed ? '+' : '-'} ${name}`);

test('each test and each test within a test counts', async () => {
  const file = await run('good', `test('one', () => {}); test('two', (t) => t.test('inner', () => {}));`);
  assert.deepEqual(outcome(file), ['+ one', '+ inner', '+ two']);
  assert.equal(file.printed, '');
  assert.equal(file.results[0]?.file, `${folder}/good.ts`);
});

test('a failure is printed with its place and its reason', async () => {
  const file = await run('bad', `test('adds up', () => { throw new Error('it does not'); });`);
  assert.deepEqual(outcome(file), ['- adds up']);
  assert.match(file.printed, /✖ adds up\n {2}dist\/run-file-test\/bad\.ts:2\n {2}Error: it does not/);
});

test('a skipped test and one still to be written count as failed', async () => {
  const file = await run(
    'left',
    `test.skip('later', () => {}); test.todo('some day'); test('now', () => {});`,
  );
  assert.deepEqual(outcome(file), ['- later', '- some day', '+ now']);
});

test('a file without tests counts as failed', async () => {
  assert.deepEqual(outcome(await run('empty', 'export const x = test;')), [
    '- holds no test, or ended before its tests did',
  ]);
});

test('a file that crashes, or leaves in the middle, counts as failed', async () => {
  assert.deepEqual(outcome(await run('crash', `throw new Error('at once');`)), [
    '- ended (code 1) before its tests did',
  ]);
  assert.deepEqual(outcome(await run('leave', `test('a', () => process.exit(0)); test('b', () => {});`)), [
    '- holds no test, or ended before its tests did',
  ]);
  assert.deepEqual(
    outcome(await run('late', `test('a', () => {}); process.on('exit', () => { process.exitCode = 3; });`)),
    ['+ a', '- ended badly (code 3) although its tests passed'],
  );
});

test('a hook that fails is not lost', async () => {
  const file = await run(
    'hook',
    `import { after } from 'node:test'; after(() => { throw new Error('no'); }); test('a', () => {});`,
  );
  assert.ok(file.results.some(({ passed }) => !passed));
});
