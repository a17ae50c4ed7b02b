import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathMatcher } from './match.ts';
import type { Operation } from './operations.ts';

const empty = {
  parameters: { path: [], query: [], header: [] },
  body: undefined,
  answers: new Map(),
  needsToken: true,
};
const at = (method: string, path: string): Operation => ({ method, path, ...empty });
const match = pathMatcher([
  at('GET', '/a/{id}'),
  at('PUT', '/a/{id}'),
  at('GET', '/a/b'),
  at('GET', '/{x}/{y}'),
]);

test('parameters are decoded, methods of one path stand together', () => {
  const found = match('/a/%D2%A3%2F1');
  assert.ok(found);
  assert.deepEqual(found.params, { id: 'ң/1' });
  assert.deepEqual([...found.operations.keys()], ['GET', 'PUT']);
});

test('the most literal path wins', () => {
  assert.equal(match('/a/b')?.path, '/a/b');
  assert.equal(match('/a/c')?.path, '/a/{id}');
  assert.equal(match('/c/b')?.path, '/{x}/{y}');
});

test('an empty segment, another length and a broken escape fit nothing', () => {
  for (const path of ['/a/', '/a', '/a/b/c', '/a/%ZZ', '']) assert.equal(match(path), undefined);
});
