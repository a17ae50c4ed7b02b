import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, isPortFree, isPortOpen, waitForFreePorts } from './ports.ts';

test('free ports differ and lie below the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 30 }, freePort));
  assert.equal(new Set(ports).size, 30);
  assert.ok(ports.every((port) => port >= 10_000 && port < 32_768));
});

test('a port in use is open, not free, and named while somebody waits for it', async (t) => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  assert.equal(await isPortOpen(port), true);
  assert.equal(await isPortFree(port), false);
  assert.deepEqual(await waitForFreePorts([port], 0), [port]);
  const waiting = waitForFreePorts([port], 60_000);
  server.close();
  assert.deepEqual(await waiting, []);
  assert.equal(await isPortOpen(port), false);
});
