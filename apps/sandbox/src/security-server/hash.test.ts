import assert from 'node:assert/strict';
import test from 'node:test';
import { requestHash } from './hash.ts';

test('the hash of a request is the one X-Road defines', () => {
  const hash = requestHash('POST', '/r1/central-server/GOV/70000005/zags-service/person?full=1', [
    ['X-Road-Client', 'central-server/GOV/70000099/portal'],
    ['Host', 'is not carried'],
    ['Content-Type', 'application/json'],
    ['x-road-request-id', 'f92591a3-6bf0-49b1-987b-0dd78c034cc3'],
    ['x-road-id', 'central-server-fa2e18a5-c2cb-4d09-b994-f57727f7c3fb'],
  ]);
  hash.update(Buffer.from('{"pin":'));
  hash.update(Buffer.from('"12345678901234"}'));
  assert.equal(
    hash.digest(),
    'a0vWub0Vs4buPvJdZHhJy1KzrXkYa/fUiU1FK4w+spGo6gZnPpTnvdho8C2XE06AST/8T7qllt60lgbRv3Mlsg==',
  );
});
