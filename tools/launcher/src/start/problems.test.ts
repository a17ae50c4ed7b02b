import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemIn } from './problems.ts';

test('errors are problems, by number and by name; everything else is not', () => {
  assert.equal(problemIn('{"level":50,"msg":"the mail server is away"}'), 'the mail server is away');
  assert.equal(problemIn('{"level":"error","msg":"no"}'), 'no');
  assert.equal(problemIn('{"level":60,"msg":"gone"}'), 'gone');
  assert.equal(problemIn('{"level":30,"msg":"an error in its text: \\"level\\":50"}'), undefined);
  assert.equal(problemIn('{"level":40,"msg":"slow"}'), undefined);
  assert.equal(problemIn('plain words'), undefined);
});

test('a line that only looks like one is shown as it is, but not without end', () => {
  assert.equal(problemIn('{"level":50,"msg":'), '{"level":50,"msg":');
  assert.equal(problemIn(`{"level":50,${'x'.repeat(1000)}`)?.length, 200);
});
