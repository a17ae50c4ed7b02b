import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemCode, VerificationReport } from '@kyzmat/documents';
import mongoose from 'mongoose';
import type { IssuedDocument } from './issued.ts';
import { outcomeOf, verificationOf } from './outcome.ts';

const issued: IssuedDocument = {
  _id: 'a',
  code: '0000-0000-0000-0',
  sha256: 'f'.repeat(64),
  issuedAt: '2026-03-12T04:00:00.000Z',
  reference: 'R',
  serviceTitle: { ky: 'Кызмат', ru: 'Услуга' },
  providerName: { ky: 'Реестр', ru: 'Реестр' },
  signer: { id: 's', name: 'Демо' },
  pdf: new mongoose.mongo.Binary(),
};

function report(...codes: ProblemCode[]): VerificationReport {
  const harmful: ProblemCode[] = ['not-signed', 'malformed', 'changed', 'signature-wrong', 'not-whole-file'];
  return {
    valid: codes.length === 0,
    intact: !codes.some((code) => harmful.includes(code)),
    coversWholeFile: !codes.includes('not-whole-file'),
    signedBy: { commonName: 'Бөтөн', organisation: '', post: '', pin: '22003198500012', inn: '' },
    signedAt: null,
    certificateValid: codes.length === 0,
    revoked: codes.includes('revoked'),
    problems: codes.map((code) => ({ code, text: { ky: code, ru: code } })),
  };
}

test('P573-D4: valid needs both, the signature and the register; either alone is not enough', () => {
  assert.equal(outcomeOf(report(), issued), 'valid');
  assert.equal(outcomeOf(report(), undefined), 'unknown');
  for (const code of ['changed', 'revoked', 'expired', 'revocation-unknown'] as const) {
    assert.notEqual(outcomeOf(report(code), issued), 'valid', code);
  }
});

test('P573-D4: what is wrong is named by what matters most to whoever asks', () => {
  const outcome = (...codes: ProblemCode[]) => outcomeOf(report(...codes), undefined);
  assert.equal(outcome('not-signed'), 'unknown');
  assert.equal(outcome('untrusted'), 'foreign_signature');
  assert.equal(outcome('wrong-purpose'), 'foreign_signature');
  assert.equal(outcome('changed'), 'changed');
  assert.equal(outcome('not-whole-file'), 'changed');
  assert.equal(outcome('changed', 'revoked'), 'changed');
  assert.equal(outcome('revoked'), 'revoked');
  assert.equal(outcome('revocation-unknown'), 'unknown');
});

test('P573-D4: of a file not in the register nothing is told but the outcome and why', () => {
  const answer = verificationOf(report('changed'), undefined);
  assert.deepEqual(Object.keys(answer), ['outcome', 'problems']);
  assert.ok(!JSON.stringify(answer).includes('22003198500012'));
});
