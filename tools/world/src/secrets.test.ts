import { readConfig, secret, secretKey } from '@kyzmat/config';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { secretsAt } from './secrets.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kyzmat-secrets-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

test('secrets are made once, differ, and only the owner may read them', () => {
  const file = join(dir, 'secrets.json');
  const secrets = secretsAt(file);
  assert.deepEqual(secretsAt(file), secrets);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const values = Object.values(secrets.values);
  assert.equal(new Set(values).size, values.length);
  assert.ok(secrets.values['SESSION_SECRET_PORTAL'] !== secrets.values['SESSION_SECRET_DESK']);
});

test('a secret that is new to the platform joins the old ones', () => {
  const file = join(dir, 'secrets.json');
  const { values, keys } = secretsAt(file);
  const { EDMS_PASSWORD: dropped, ...others } = values;
  writeFileSync(file, JSON.stringify({ values: others, keys }));
  const completed = secretsAt(file);
  assert.deepEqual({ ...completed.values, EDMS_PASSWORD: dropped }, values);
  assert.notEqual(completed.values['EDMS_PASSWORD'], dropped);
  assert.deepEqual(completed.keys, keys);
  assert.match(readFileSync(file, 'utf8'), /EDMS_PASSWORD/);
});

test('a damaged file is not overwritten', () => {
  const file = join(dir, 'secrets.json');
  writeFileSync(file, '[]');
  assert.throws(() => secretsAt(file), /--reset/);
  assert.equal(readFileSync(file, 'utf8'), '[]');
});

test('a production configuration refuses each of them', () => {
  const { values, keys } = secretsAt(join(dir, 'secrets.json'));
  for (const [name, value] of Object.entries(values)) {
    assert.throws(() => readConfig({ NODE_ENV: 'production', [name]: value }, { it: secret(name) }), name);
  }
  for (const { privateKey } of Object.values(keys)) {
    const env = { NODE_ENV: 'production', SERVICE_KEY: JSON.stringify(privateKey) };
    assert.throws(() => readConfig(env, { it: secretKey('SERVICE_KEY') }));
  }
});
