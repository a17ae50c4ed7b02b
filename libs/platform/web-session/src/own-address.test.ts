import assert from 'node:assert/strict';
import test from 'node:test';
import { ownAddress } from './own-address.ts';

test('after signing in people only get to our own pages', () => {
  for (const own of ['/', '/inbox?stage=submitted&after=a', '/applications/1#act'])
    assert.equal(ownAddress(own), own);
  const foreign = [
    '//other.example',
    '/\\other.example',
    'https://other.example',
    '/a b',
    '/a\r\nb',
    '/\t/x',
    '',
    undefined,
    ['/a'],
  ];
  for (const asked of foreign) assert.equal(ownAddress(asked), undefined, JSON.stringify(asked));
});
