import { readConfig } from '@kyzmat/config';
import { processNames } from '@kyzmat/auth';
import { commonSpec } from '@kyzmat/kit';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { environmentOf, toolEnvironment, type Place } from './environment.ts';
import { defaultPorts } from './ports.ts';
import { processes } from './processes.ts';
import { secretsAt } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyzmat-environment-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const place: Place = {
  folder,
  ports: defaultPorts,
  secrets: secretsAt(join(folder, 'secrets.json')),
  engines: { kafkaBrokers: '127.0.0.1:29092', mongodbUri: 'mongodb://127.0.0.1:27117/?replicaSet=rs0' },
};

test('the manifest has each process of the platform once', () => {
  assert.deepEqual(processes.map(({ name }) => name).sort(), [...processNames].sort());
});

for (const { name, secrets = [], sessions } of processes) {
  test(`${name} gets all that it must know, and no secret that is not its own`, () => {
    const env = environmentOf(name, place);
    const config = readConfig(env, commonSpec);
    assert.equal(config.port, defaultPorts[name]);
    assert.equal(new URL(config[name]).port, env['PORT']);
    assert.equal(config.serviceKey.reveal().d, place.secrets.keys[name]?.privateKey.d);

    const given = JSON.stringify(env);
    for (const [secret, value] of Object.entries(place.secrets.values)) {
      const own =
        secrets.some((shared) => shared === secret) ||
        (sessions && secret === `SESSION_SECRET_${name.toUpperCase()}`);
      assert.equal(given.includes(value), own === true, `${secret} in the environment of ${name}`);
    }
    for (const [owner, { privateKey }] of Object.entries(place.secrets.keys)) {
      assert.equal(
        given.includes(String(privateKey.d)),
        owner === name,
        `the key of ${owner} in that of ${name}`,
      );
    }
  });
}

test('nothing of the surrounding environment passes but what a program needs to run', () => {
  process.env['AWS_SECRET_ACCESS_KEY'] = 'somebody else’s';
  try {
    assert.ok(!('AWS_SECRET_ACCESS_KEY' in environmentOf('portal', place)));
    assert.ok(!('AWS_SECRET_ACCESS_KEY' in toolEnvironment(place)));
    assert.equal(environmentOf('portal', place)['PATH'], process.env['PATH']);
  } finally {
    delete process.env['AWS_SECRET_ACCESS_KEY'];
  }
});
