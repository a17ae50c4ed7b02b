import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  demoOnly,
  ConfigError,
  integer,
  json,
  list,
  oneOf,
  optional,
  port,
  readConfig,
  secret,
  secretKey,
  text,
  url,
} from './index.ts';

const demoKey = JSON.stringify({
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'private-part',
  x: 'public-part',
  demo: true,
});

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('reads every kind of value, typed and frozen', () => {
  const config = readConfig(
    {
      NAME: ' portal ',
      BASE: 'http://127.0.0.1:3000/',
      PORT: '8080',
      TRIES: '3',
      BROKERS: 'a:1, b:2',
      LEVEL: 'warn',
      SESSION: 'demo-session',
      KEYS: '{"portal":{"kty":"OKP"}}',
    },
    {
      name: text('NAME'),
      base: url('BASE'),
      port: port('PORT'),
      tries: integer('TRIES', { min: 1, max: 9 }),
      brokers: list('BROKERS'),
      level: oneOf('LEVEL', ['info', 'warn']),
      session: secret('SESSION'),
      keys: json('KEYS', (value) => value),
      absent: optional(url('ABSENT')),
      defaulted: port('OTHER_PORT', 3001),
    },
  );
  assert.equal(config.name, 'portal');
  assert.equal(config.base, 'http://127.0.0.1:3000');
  assert.equal(config.port, 8080);
  assert.equal(config.tries, 3);
  assert.deepEqual(config.brokers, ['a:1', 'b:2']);
  assert.equal(config.level, 'warn');
  assert.equal(config.session.reveal(), 'demo-session');
  assert.deepEqual(config.keys, { portal: { kty: 'OKP' } });
  assert.equal(config.absent, undefined);
  assert.equal(config.defaulted, 3001);
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.brokers) && Object.isFrozen(config.keys));
});

test('collects all problems into one error that names each variable and repeats no value', () => {
  const problems = problemsOf(() =>
    readConfig(
      {
        BASE: 'ftp://secret-host',
        PORT: '70000',
        KEYS: '{secret',
        LEVEL: 'loud',
        BROKERS: 'a,,b',
      },
      {
        name: text('NAME'),
        base: url('BASE'),
        port: port('PORT'),
        keys: json('KEYS', (value) => value),
        key: secretKey('KEY'),
        level: oneOf('LEVEL', ['info']),
        brokers: list('BROKERS'),
      },
    ),
  );
  assert.deepEqual(
    problems.map((line) => line.split(' ')[0]),
    ['NAME', 'BASE', 'PORT', 'KEYS', 'KEY', 'LEVEL', 'BROKERS'],
  );
  assert.doesNotMatch(problems.join('\n'), /secret-host|70000|\{secret|loud/);
});

test('a database address may name several hosts', () => {
  const several = 'mongodb://one:27017,two:27017/?replicaSet=rs';
  const spec = { database: url('MONGODB_URI', undefined, ['mongodb', 'mongodb+srv']) };
  assert.equal(readConfig({ MONGODB_URI: several }, spec).database, several);
  assert.equal(problemsOf(() => readConfig({ MONGODB_URI: 'http://one' }, spec)).length, 1);
});

test('an address with a password in it is refused', () => {
  assert.deepEqual(
    problemsOf(() => readConfig({ BASE: 'http://u:p@host' }, { base: url('BASE') })),
    ['BASE must not carry a password'],
  );
});

test('production refuses demo secrets and demo keys, wherever they are; elsewhere they serve', () => {
  const spec = { session: secret('SESSION'), key: secretKey('KEY'), keys: json('KEYS', (value) => value) };
  const env = { SESSION: 'demo-session', KEY: demoKey, KEYS: `{"portal":${demoKey}}` };
  assert.equal(readConfig(env, spec).key.reveal().crv, 'Ed25519');
  assert.deepEqual(
    problemsOf(() => readConfig({ ...env, NODE_ENV: 'production' }, spec)).map((line) => line.split(' ')[0]),
    ['SESSION', 'KEY', 'KEYS'],
  );
});

test('production refuses what is of the demonstration alone, such as a clock that can be moved', () => {
  const spec = { clock: demoOnly(url('DEMO_CLOCK_URL')) };
  const env = { DEMO_CLOCK_URL: 'http://127.0.0.1:3010/clock' };
  assert.equal(readConfig(env, spec).clock, env.DEMO_CLOCK_URL);
  assert.equal(readConfig({ NODE_ENV: 'production' }, spec).clock, undefined);
  assert.match(
    problemsOf(() => readConfig({ ...env, NODE_ENV: 'production' }, spec)).join(),
    /^DEMO_CLOCK_URL is of the demonstration/,
  );
});

test('a secret never prints', () => {
  const config = readConfig(
    { SESSION: 'hush', KEY: demoKey },
    { session: secret('SESSION'), key: secretKey('KEY') },
  );
  const printed = [JSON.stringify(config), inspect(config, { depth: 9 }), String(config.session)].join('\n');
  assert.doesNotMatch(printed, /hush|private-part/);
});
