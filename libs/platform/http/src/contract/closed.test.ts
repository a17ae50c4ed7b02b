import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closed } from './closed.ts';

test('objects that name their members are closed on every level; open ones, maps and lists of anything stay', () => {
  const point = { type: 'object', properties: { x: { type: 'integer' } } };
  const schema = {
    type: 'object',
    properties: {
      points: { type: 'array', items: point },
      one: { oneOf: [point, { type: 'string' }] },
      open: { ...point, additionalProperties: true },
      map: { type: 'object', additionalProperties: point },
      anything: { type: 'object' },
    },
  };
  const shut = { ...point, additionalProperties: false };
  assert.deepEqual(closed(schema), {
    type: 'object',
    additionalProperties: false,
    properties: {
      points: { type: 'array', items: shut },
      one: { oneOf: [shut, { type: 'string' }] },
      open: { ...point, additionalProperties: true },
      map: { type: 'object', additionalProperties: shut },
      anything: { type: 'object' },
    },
  });
});
