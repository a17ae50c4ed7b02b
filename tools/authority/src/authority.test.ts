import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../authority.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kyzmat-authority-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [tool, folder, ...args], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
};

const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

const contents = (): readonly string[] =>
  files().map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);

suite('the authority of the demo platform', () => {
  test('makes everything once, for its owner only, and run again changes nothing', () => {
    run();
    const made = contents();
    for (const name of [
      'ca.pem',
      'ca.key',
      'ca.crl',
      'tunduk.pem',
      'security-server.key',
      'signers/nurlan.pem',
    ]) {
      assert.ok(files().includes(name), name);
    }
    for (const name of files()) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
    run();
    assert.deepEqual(contents(), made);
  });

  test('a signer asked for later is issued by the same authority', () => {
    run('--signers', 'nurlan,ermek');
    const read = (name: string): X509Certificate => new X509Certificate(readFileSync(join(folder, name)));
    assert.equal(read('signers/ermek.pem').verify(read('ca.pem').publicKey), true);
  });

  test('a process finds its own keys and no other, and never that of the authority', () => {
    const seen = (process: string): readonly string[] =>
      files().filter((name) => name.startsWith(`${process}/`) && name.endsWith('.key'));
    assert.deepEqual(seen('tunduk'), ['tunduk/tunduk.key']);
    assert.deepEqual(seen('portal'), []);
    assert.deepEqual(
      files().filter((name) => name.endsWith('/ca.key')),
      [],
    );
  });
});
