import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { suite, test } from 'node:test';
import { localSigner, signContent, signPdf, verifyContent, verifyPdf } from '../index.ts';
import { at, makeWorld, signerName } from '../testing/world.ts';
import type { Scheme } from './scheme.ts';

const { authority, emptyList, trust, unsigned } = await makeWorld();
const content = Buffer.from('{"service":"licence","answers":{"name":"Айгүл"}}');

const ec = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;
const rsa = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const rsa2048 = rsa(2048);

const identityOf = async (key: KeyObject, scheme?: Scheme) => {
  const { certificate, key: pem } = await authority.issueSigner(signerName, undefined, key);
  return {
    certificateChain: [certificate],
    crls: [emptyList],
    sign: localSigner(pem, scheme),
    ...(scheme === undefined ? {} : { scheme }),
  };
};
const codesOf = async (key: KeyObject, scheme?: Scheme): Promise<readonly string[]> => {
  const signature = await signContent(content, await identityOf(key, scheme), at);
  return verifyContent(content, signature, trust).problems.map(({ code }) => code);
};

suite('P573-8b: qualified signatures by the keys that authorities give out', () => {
  const accepted: readonly (readonly [string, KeyObject, Scheme?])[] = [
    ['ECDSA P-256', ec('P-256')],
    ['ECDSA P-384 over SHA-256', ec('P-384')],
    ['ECDSA P-384 over SHA-384', ec('P-384'), { kind: 'ecdsa', hash: 'sha384' }],
    ['RSA 2048, PKCS#1 v1.5', rsa2048],
    ['RSA 3072, PKCS#1 v1.5 over SHA-512', rsa(3072), { kind: 'rsa', hash: 'sha512' }],
    ['RSA 2048, PSS', rsa2048, { kind: 'rsa-pss', hash: 'sha256', saltLength: 32 }],
    ['RSA 2048, PSS over SHA-384', rsa2048, { kind: 'rsa-pss', hash: 'sha384', saltLength: 48 }],
  ];
  for (const [name, key, scheme] of accepted) {
    test(`P573-8b: ${name} is accepted, and fails over other content or with a bit changed`, async () => {
      const signature = await signContent(content, await identityOf(key, scheme), at);
      const codes = (text: Uint8Array, by: Uint8Array): readonly string[] =>
        verifyContent(text, by, trust).problems.map(({ code }) => code);
      assert.deepEqual(codes(content, signature), []);
      assert.deepEqual(codes(Buffer.from('other'), signature), ['changed']);
      const damaged = Uint8Array.from(signature);
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
      assert.deepEqual(codes(content, damaged), ['signature-wrong']);
    });
  }

  test('P573-8b: a key that is too weak, or of a kind nobody agreed on, is refused and said so', async () => {
    assert.deepEqual(await codesOf(rsa(1024)), ['weak-key']);
    assert.deepEqual(await codesOf(ec('P-521')), ['weak-key']);
    assert.deepEqual(await codesOf(ec('secp256k1')), ['weak-key']);
  });

  test('P573-8b: a signature read in another scheme than it was made in is wrong', async () => {
    const made: Scheme = { kind: 'rsa-pss', hash: 'sha256', saltLength: 32 };
    const identity = await identityOf(rsa2048, made);
    const signature = Buffer.from(await signContent(content, identity, at));
    const salt = signature.lastIndexOf(Buffer.from([0xa2, 0x03, 0x02, 0x01, 32]));
    signature[salt + 4] = 20;
    const { problems } = verifyContent(content, signature, trust);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['signature-wrong'],
    );
  });

  test("P573-D4: the portal's own documents are ECDSA P-256: written in another scheme they are none of ours", async () => {
    const signed = await signPdf(unsigned, await identityOf(rsa2048), at);
    assert.equal(verifyPdf(signed, trust).valid, false);
  });
});
