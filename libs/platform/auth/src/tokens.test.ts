import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import { test } from 'node:test';
import {
  createTokenIssuer,
  createTokenVerifier,
  generateServiceKey,
  parsePublicKeys,
  type Principal,
  type ProcessName,
  processNames,
  type Role,
  roles,
  systemPrincipal,
  TokenRefused,
} from './index.ts';

const pairs = new Map(processNames.map((name) => [name, generateServiceKey({ demo: true })]));
const keys = parsePublicKeys(Object.fromEntries([...pairs].map(([name, pair]) => [name, pair.publicKey])));
const start = Date.parse('2021-03-12T08:00:00.000Z');
const user: Principal = { subject: 'person-1', role: 'user', session: 's1' };

function keyOf(process: ProcessName) {
  const pair = pairs.get(process);
  assert.ok(pair);
  return pair.privateKey;
}

function setUp() {
  const time = { now: start };
  const now = () => time.now;
  return {
    time,
    issuer: (process: ProcessName) => createTokenIssuer({ process, key: keyOf(process), now }),
    verifier: (process: ProcessName) => createTokenVerifier({ process, keys, now }),
  };
}

/** A token signed with a true key but claims of the forger's choice. */
function forged(
  process: ProcessName,
  claims: object,
  header: object = { alg: 'EdDSA', kid: process },
): string {
  const iat = start / 1000;
  const all = {
    iss: process,
    aud: 'applications',
    sub: 'x',
    act: 'x',
    role: 'user',
    iat,
    exp: iat + 60,
    ...claims,
  };
  const signed = [header, all]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = createPrivateKey({ key: keyOf(process), format: 'jwk' });
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

function reasonOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof TokenRefused) return error.reason;
    throw error;
  }
  return undefined;
}

test('a token carries who calls, whom it is about and who vouches', () => {
  const { issuer, verifier } = setUp();
  const token = issuer('portal').tokenFor('applications', user);
  const expected = { process: 'portal', subject: 'person-1', actor: 'person-1', role: 'user', session: 's1' };
  assert.deepEqual(verifier('applications').verify(token), expected);
});

test('subject and actor can differ; a provider goes with a provider role', () => {
  const { issuer, verifier } = setUp();
  const principal: Principal = { subject: 'a1', actor: 'staff-7', role: 'signer', provider: 'p1' };
  const caller = verifier('applications').verify(issuer('desk').tokenFor('applications', principal));
  assert.deepEqual(caller, { process: 'desk', ...principal });
});

test('the whole table: who may vouch for which role, and nothing else', () => {
  const { issuer, verifier } = setUp();
  const allowed: Partial<Record<ProcessName, Role[]>> = {
    portal: ['user'],
    desk: ['executor', 'signer', 'provider_head', 'operator', 'owner'],
    tunduk: ['provider_system'],
  };
  for (const process of processNames) {
    for (const role of roles) {
      const isProviders = ['executor', 'signer', 'provider_head', 'provider_system'].includes(role);
      const subject = role === 'system' ? process : 'someone';
      const principal: Principal = { subject, role, ...(isProviders ? { provider: 'p1' } : {}) };
      const may = role === 'system' || (allowed[process] ?? []).includes(role);
      const claims = { sub: subject, act: subject, role, ...(isProviders ? { provider: 'p1' } : {}) };
      const reason = reasonOf(() => verifier('applications').verify(forged(process, claims)));
      assert.equal(reason === undefined, may, `${process} as ${role}: ${reason ?? 'let through'}`);
      if (may) issuer(process).tokenFor('applications', principal);
      else assert.throws(() => issuer(process).tokenFor('applications', principal), /may not vouch/);
    }
  }
});

test('a process cannot speak as another process, nor a role have a provider that is not its own kind', () => {
  const { issuer, verifier } = setUp();
  assert.throws(() => issuer('portal').tokenFor('payments', systemPrincipal('desk')), /in another's name/);
  const refused = [
    forged('portal', { role: 'system', sub: 'desk', act: 'desk' }),
    forged('desk', { role: 'signer' }),
    forged('desk', { role: 'operator', provider: 'p1' }),
    forged('portal', { role: 'admin' }),
    forged('portal', { sub: '' }),
  ];
  for (const token of refused) assert.ok(reasonOf(() => verifier('applications').verify(token)));
});

test('a token is refused by another audience, after its time, and before it', () => {
  const { time, issuer, verifier } = setUp();
  const token = issuer('portal').tokenFor('applications', user);
  assert.equal(
    reasonOf(() => verifier('payments').verify(token)),
    'meant for another process',
  );
  const applications = verifier('applications');
  applications.verify(token);
  time.now = start + 64_000;
  applications.verify(token);
  time.now = start + 66_000;
  assert.equal(
    reasonOf(() => applications.verify(token)),
    'expired',
  );
  assert.equal(
    reasonOf(() => verifier('applications').verify(token)),
    'expired',
  );
  time.now = start - 10_000;
  assert.equal(
    reasonOf(() => verifier('applications').verify(token)),
    'impossible time',
  );
  time.now = start;
  const long = forged('portal', { exp: start / 1000 + 3600 });
  assert.equal(
    reasonOf(() => verifier('applications').verify(long)),
    'impossible time',
  );
});

test('a changed, foreign, unsigned or unreadable token is refused', () => {
  const { issuer, verifier } = setUp();
  const applications = verifier('applications');
  const verify = (token: string) => applications.verify(token);
  const token = issuer('portal').tokenFor('applications', user);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const other =
    issuer('portal')
      .tokenFor('applications', { ...user, subject: 'person-2' })
      .split('.')[1] ?? '';
  assert.equal(
    reasonOf(() => verify(`${header}.${other}.${signature}`)),
    'wrong signature',
  );
  assert.equal(
    reasonOf(() => verify(`${header}.${payload}.`)),
    'wrong signature',
  );
  assert.equal(
    reasonOf(() => verify(forged('portal', {}, { alg: 'none', kid: 'portal' }))),
    'unknown key',
  );
  assert.equal(
    reasonOf(() => verify(forged('portal', {}, { alg: 'EdDSA', kid: 'desk' }))),
    'wrong signature',
  );
  assert.equal(
    reasonOf(() => verify(forged('portal', {}, { alg: 'EdDSA', kid: 'nobody' }))),
    'unknown key',
  );
  assert.equal(
    reasonOf(() => verify(forged('portal', { iss: 'desk' }))),
    'issuer and key differ',
  );
  assert.equal(
    reasonOf(() => verify(forged('portal', { exp: undefined }))),
    'without a time',
  );
  for (const nonsense of ['', 'a.b.c', 'null.null.null', `${token}.x`, 'x'.repeat(9000)]) {
    assert.ok(reasonOf(() => verify(nonsense)));
  }
  const deaf = createTokenVerifier({ process: 'applications', keys: {}, now: () => start });
  assert.equal(
    reasonOf(() => deaf.verify(token)),
    'unknown key',
  );
});

test('identical claims share a token for 20 seconds; others do not', () => {
  const { time, issuer } = setUp();
  const portal = issuer('portal');
  const first = portal.tokenFor('applications', user);
  time.now += 19_000;
  assert.equal(portal.tokenFor('applications', { ...user }), first);
  assert.notEqual(portal.tokenFor('payments', user), first);
  assert.notEqual(portal.tokenFor('applications', { ...user, session: 's2' }), first);
  time.now += 2_000;
  assert.notEqual(portal.tokenFor('applications', user), first);
});

test('public keys are checked when they are read', () => {
  const { privateKey, publicKey } = generateServiceKey();
  assert.deepEqual(Object.keys(parsePublicKeys({ portal: publicKey })), ['portal']);
  assert.throws(() => parsePublicKeys({ portal: privateKey }), /public key/);
  assert.throws(() => parsePublicKeys({ stranger: publicKey }), /unknown process/);
  assert.throws(() => parsePublicKeys([]), /object/);
});
