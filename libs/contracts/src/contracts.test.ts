import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { parseEvent } from './events.ts';
import { contractTypes, generated } from './generate.ts';

test('the committed types are what the contracts say (else run: node tools/generators/contracts.ts)', async () => {
  for (const [file, text] of await contractTypes()) {
    assert.equal(await readFile(new URL(file, generated), 'utf8'), text, file);
  }
});

test('an event is parsed at the edge, and refused when it is not what the contract says', () => {
  const standing = {
    providerId: 'population-register',
    blocked: true,
    version: 2,
    at: '2026-11-23T04:00:00.000Z',
  };
  assert.deepEqual(parseEvent('ProviderStanding', standing), standing);
  assert.throws(() => parseEvent('ProviderStanding', { ...standing, at: 'yesterday' }), /ProviderStanding/);
  assert.throws(() => parseEvent('ProviderStanding', { providerId: 'x' }), /ProviderStanding/);
});
