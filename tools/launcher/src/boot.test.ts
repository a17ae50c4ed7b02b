import { runToEnd } from '@kyzmat/engines';
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** What the launcher finds missing on a machine with only these folders on its path. */
async function missingOn(PATH: string, named: NodeJS.ProcessEnv = {}): Promise<readonly string[]> {
  const module = new URL('../prerequisites.mjs', import.meta.url).href;
  const script = `
    import { missingPrerequisites } from ${JSON.stringify(module)};
    process.stdout.write(JSON.stringify(missingPrerequisites({ npm: true, provisioned: false })));
  `;
  const args = ['--input-type=module', '-e', script];
  const { printed } = await runToEnd({ file: process.execPath, args, env: { PATH, ...named } });
  const lines: unknown = JSON.parse(printed);
  assert.ok(Array.isArray(lines));
  return lines.map(String);
}

test('a bare machine is told each thing that is missing and how to get it', async () => {
  const missing = await missingOn('/nowhere');
  assert.deepEqual(
    missing.map((line) => line.split(/[ ,:]/)[0]),
    ['npm', 'Java', 'Maven', process.platform === 'linux' ? 'Python' : 'MongoDB'],
  );
  assert.ok(missing.every((line) => /https:|apt install|brew/.test(line)));
});

test('engines that run elsewhere need nothing here', async () => {
  const named = { KAFKA_BROKERS: 'kafka:9092', MONGODB_URI: 'mongodb://mongo' };
  assert.deepEqual(
    (await missingOn('/nowhere', named)).map((line) => line.split(':')[0]),
    ['npm'],
  );
});
