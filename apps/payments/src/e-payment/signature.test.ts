import assert from 'node:assert/strict';
import test from 'node:test';
import { isSignedBy, signatureOf } from './signature.ts';

const body = Buffer.from('{"chargeId":"01"}');
const now = 1_700_000_000;

test('a message signed with the key in use, or with the one before it, is taken', () => {
  assert.ok(isSignedBy(['new'], signatureOf('new', body, now), body, now));
  assert.ok(isSignedBy(['new', 'old'], signatureOf('old', body, now), body, now + 299));
});

test('P573-32: a forged, changed or old message proves nothing', () => {
  const signed = signatureOf('new', body, now);
  assert.ok(!isSignedBy(['new'], signatureOf('guess', body, now), body, now));
  assert.ok(!isSignedBy(['new'], signed, Buffer.from('{"chargeId":"02"}'), now));
  assert.ok(!isSignedBy(['new'], signed, body, now + 301));
  assert.ok(!isSignedBy(['new'], signed, body, now - 301));
  for (const header of ['', 'v1=00', `t=${now}`, 't=1,v1=zz', signed.toUpperCase()]) {
    assert.ok(!isSignedBy(['new'], header, body, now), header);
  }
});
