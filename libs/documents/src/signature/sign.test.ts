import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  DocumentRefused,
  embedSignature,
  prepareSignature,
  renderRequestCopy,
  signContent,
  signPdf,
  verifyContent,
  verifyPdf,
} from '../index.ts';
import { exampleRequest } from '../testing/documents.ts';
import { at, identityOf, makeWorld } from '../testing/world.ts';

const { authority, signer, identity, trust, unsigned, signed, emptyList } = await makeWorld();

const refused = (code: string) => (error: unknown) => error instanceof DocumentRefused && error.code === code;

suite('signing a PDF', () => {
  test('P573-29e, P573-33a: the key may live elsewhere: only the bytes to be signed travel', async () => {
    const prepared = prepareSignature(unsigned, { certificate: signer.certificate, at });
    const value = await identity.sign(prepared.toBeSigned);
    assert.ok(prepared.toBeSigned.length < 200);
    assert.equal(verifyPdf(embedSignature(prepared, value, identity), trust).valid, true);
  });

  test('signing moves no byte: file and signature are one revision', () => {
    assert.equal(signed.length, unsigned.length);
    assert.equal(Buffer.from(signed).toString('latin1').split('%%EOF').length, 2);
  });

  test('a value by another key is refused at once', async () => {
    const stranger = identityOf(await authority.issueSigner({ commonName: 'Демо Башка Адам' }));
    const prepared = prepareSignature(unsigned, { certificate: signer.certificate, at });
    const value = await stranger.sign(prepared.toBeSigned);
    assert.throws(() => embedSignature(prepared, value, identity), refused('signature-wrong'));
  });

  test('a PDF without an empty place is refused, also one signed already', async () => {
    const copy = await renderRequestCopy(exampleRequest(['ky'], 'draft'));
    await assert.rejects(signPdf(copy, identity, at), refused('no-signature-place'));
    await assert.rejects(signPdf(signed, identity, at), refused('no-signature-place'));
  });

  test('a revocation list too long for the room stays outside; the certificate names it', async () => {
    const revoked = Array.from({ length: 400 }, () => ({ certificate: signer.certificate, at }));
    const long = await authority.revocationList(revoked);
    const pdf = await signPdf(unsigned, { ...identity, crls: [long] }, at);
    assert.equal(pdf.length, unsigned.length);
    assert.equal(verifyPdf(pdf, { ...trust, crls: [emptyList] }).valid, true);
  });

  test('the root of a given chain is left out: whoever checks has it', async () => {
    const chained = { ...identity, certificateChain: [signer.certificate, authority.certificate] };
    assert.equal(verifyPdf(await signPdf(unsigned, chained, at), trust).valid, true);
  });
});

suite('P573-28a: a qualified signature over the content of an application', () => {
  const content = Buffer.from('{"service":"residence","answers":{"name":"Айгүл"}}');

  test('P573-28a: says who signed and when', async () => {
    const person = { commonName: 'Демо Айгүл Сынакова', pin: '11503199000017' };
    const own = identityOf(await authority.issueSigner(person), emptyList);
    const report = verifyContent(content, await signContent(content, own, at), trust);
    assert.deepEqual(report.signedBy, { ...person, organisation: '', post: '', inn: '' });
    assert.equal(report.signedAt, at);
    assert.equal(report.valid, true);
  });

  test('fails over other content, with a damaged signature, and with noise', async () => {
    const signature = await signContent(content, identity, at);
    const codes = (bytes: Uint8Array, by: Uint8Array): readonly string[] =>
      verifyContent(bytes, by, trust).problems.map(({ code }) => code);
    assert.deepEqual(codes(Buffer.concat([content, Buffer.from(' ')]), signature), ['changed']);
    const damaged = Uint8Array.from(signature);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    assert.deepEqual(codes(content, damaged), ['signature-wrong']);
    assert.deepEqual(codes(content, Buffer.from('noise')), ['malformed']);
    assert.deepEqual(codes(content, new Uint8Array()), ['malformed']);
  });
});
