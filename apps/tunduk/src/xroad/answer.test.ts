import assert from 'node:assert/strict';
import test from 'node:test';
import { classify, faultType } from './answer.ts';

const fault = { type: 'x', message: 'm', detail: 'd' };

test('answers over X-Road are told apart in four, beside the data itself', async () => {
  const kinds = await Promise.all(
    [
      new Response('{}', { status: 200 }),
      new Response(null, { status: 204 }),
      new Response('unknown', { status: 404 }),
      new Response('{"exception":"constraint"}', { status: 409 }),
      new Response('oops', { status: 500 }),
      Response.json(fault, {
        status: 500,
        headers: { 'X-Road-Error': 'Server.ClientProxy.IOError' },
      }),
    ].map(async (response) => (await classify(response)).kind),
  );
  assert.deepEqual(kinds, ['data', 'no_data', 'no_data', 'business_fault', 'business_fault', 'xroad_fault']);
});

test('a 404 of X-Road itself does not mean that the other side has nothing', async () => {
  const headers = { 'X-Road-Error': 'Server.ServerProxy.UnknownService' };
  const answer = await classify(Response.json(fault, { status: 404, headers }));
  assert.deepEqual(answer, {
    kind: 'xroad_fault',
    type: 'server.serverproxy.unknownservice',
    message: 'm',
  });
});

test('both spellings of a fault are one: up to 7.7 and from 7.8', () => {
  for (const [old, now] of [
    ['Server.ServerProxy.AccessDenied', 'server.serverproxy.access_denied'],
    ['Server.ServerProxy.IOError', 'server.serverproxy.io_error'],
  ] as const) {
    assert.equal(faultType(old), faultType(now));
  }
});
