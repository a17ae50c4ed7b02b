import assert from 'node:assert/strict';
import test from 'node:test';
import { checkDigest } from './digest.ts';

const body = Buffer.from('{"version":1}');
const digest = 'SHA-256=w+4L9rq1ZM4h2Bu1NJ0Gb37n3kWdNXGGZdHMs1uV6Wg=';

test('P573-17b: a body that is not the one its sender made a digest of is refused', async () => {
  const { createHash } = await import('node:crypto');
  const good = `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
  checkDigest(good, body);
  checkDigest(`md5=x, ${good.replace('SHA', 'sha')}`, body);
  assert.throws(() => checkDigest(digest, body), { code: 'digest_mismatch' });
  assert.throws(() => checkDigest(good, Buffer.from('{"version":2}')), { code: 'digest_mismatch' });
  assert.throws(() => checkDigest('md5=x', body), { code: 'digest_missing' });
});
