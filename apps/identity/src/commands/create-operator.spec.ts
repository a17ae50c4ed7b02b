import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { isPassword } from '../passwords/password.ts';
import { openStaff } from '../staff/store.ts';

let on: TestKit<Record<string, never>>;
before(async () => {
  on = await openTestKit({ name: 'identity', spec: {} });
});
after(() => on.close());

const demo = ['--login', 'Kanykei', '--name', 'Демо Каныкей', '--phone', '+996700000019'];

async function run(
  args: readonly string[],
  password: string,
): Promise<{ exit: number | null; told: string }> {
  const command = path.join(import.meta.dirname, 'create-operator.ts');
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, DB_NAME: on.config.dbName },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(`${password}\n`);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, error, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exit, told: out + error };
}

test('makes the first operator with the password from standard input, and no second one unless asked', async () => {
  const staff = openStaff(on.kit.store);
  const short = await run(demo, 'short');
  assert.equal(short.exit, 1);
  assert.equal(await staff.hasOperator(), false);

  const made = await run(demo, 'узун жашыруун сөз');
  assert.equal(made.exit, 0, made.told);
  const operator = await staff.byLogin('kanykei');
  assert.deepEqual(operator?.roles, ['operator']);
  assert.equal(operator.providerId, null);
  assert.ok(await isPassword('узун жашыруун сөз', operator.passwordHash));
  assert.ok(!made.told.includes('жашыруун'));

  const second = demo.with(1, 'second');
  const refused = await run(second, 'узун жашыруун сөз');
  assert.equal(refused.exit, 1);
  assert.match(refused.told, /already/);
  assert.equal((await run([...second, '--another'], 'узун жашыруун сөз')).exit, 0);
  assert.equal((await run([...demo, '--another'], 'узун жашыруун сөз')).exit, 1, 'the login is taken');
});
