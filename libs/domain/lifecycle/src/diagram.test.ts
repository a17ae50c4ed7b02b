import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { lifecyclePage } from './diagram.ts';
import { graph } from './graph/graph.ts';
import { stages } from './types.ts';

test('docs/lifecycle.md is drawn from the graph as it is', () => {
  const page = readFileSync(new URL('../../../../docs/lifecycle.md', import.meta.url), 'utf8');
  assert.equal(page, lifecyclePage(), 'Write it again: node tools/generators/lifecycle-diagram.ts');
});

test('every stage and every edge is on the page', () => {
  const page = lifecyclePage();
  for (const name of [...stages, ...graph.map(({ id }) => id)]) assert.ok(page.includes(name), name);
});

test('edges have names of their own and rules of the requirements', () => {
  assert.equal(new Set(graph.map(({ id }) => id)).size, graph.length);
  for (const rule of graph.flatMap(({ rules }) => rules)) assert.match(rule, /^(P573|C22)-\d+[a-z]?$/);
});
