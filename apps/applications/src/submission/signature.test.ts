import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { Problem } from '@kyzmat/http';
import { signatureVerifier } from './signature.ts';

const claims = { sub: 'aigul', act: 'aigul', hash: 'aa', level: 'simple', jti: 'one' };
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

function jws(alg: 'EdDSA' | 'ES256', key: KeyObject, kid: string, payload: object = claims): string {
  const signed = `${encode({ alg, kid })}.${encode(payload)}`;
  const value =
    alg === 'EdDSA'
      ? sign(null, Buffer.from(signed), key)
      : sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${value.toString('base64url')}`;
}

const ed = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = [
  { ...ed.publicKey.export({ format: 'jwk' }), kid: 'ed' },
  { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
];

test('P573-8l: signatures of either algorithm are verified, and keys are asked for once', async () => {
  let asked = 0;
  const verify = signatureVerifier(() => {
    asked++;
    return Promise.resolve(keys);
  });
  const wanted = { subject: 'aigul', signedBy: 'aigul', hash: 'aa', level: 'simple', jti: 'one' };
  const all = [jws('EdDSA', ed.privateKey, 'ed'), jws('ES256', ec.privateKey, 'ec')];
  for (const each of await Promise.all(all.map(verify))) assert.deepEqual(each, wanted);
  assert.equal(asked, 1);
});

test('P573-8l: nothing but a whole signature by a known key counts', async () => {
  const verify = signatureVerifier(() => Promise.resolve(keys));
  const good = jws('EdDSA', ed.privateKey, 'ed');
  const [header = '', , signature = ''] = good.split('.');
  const wrong = [
    '',
    'a.b.c',
    `${good}.x`,
    `${header}.${encode({ ...claims, sub: 'bakyt' })}.${signature}`,
    jws('EdDSA', ed.privateKey, 'unknown'),
    jws('EdDSA', ed.privateKey, 'ec'),
    jws('ES256', ec.privateKey, 'ed'),
    jws('EdDSA', generateKeyPairSync('ed25519').privateKey, 'ed'),
    jws('EdDSA', ed.privateKey, 'ed', { ...claims, level: 'royal' }),
    jws('EdDSA', ed.privateKey, 'ed', { ...claims, jti: '' }),
    `${encode({ alg: 'none', kid: 'ed' })}.${encode(claims)}.`,
  ];
  for (const each of wrong) {
    await assert.rejects(
      () => verify(each),
      (error) => error instanceof Problem && error.code === 'signature_invalid',
    );
  }
});
