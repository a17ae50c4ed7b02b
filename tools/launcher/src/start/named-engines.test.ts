import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from '@kyzmat/engines';
import { namedEngines, unreachable } from './named-engines.ts';

test('an empty variable names nothing', () => {
  assert.deepEqual(namedEngines({ KAFKA_BROKERS: '', MONGODB_URI: undefined }), {});
});

test('engines are named by address; one that answers is enough', async (t) => {
  const [open, closed] = [await freePort(), await freePort()];
  const server = createServer().listen(open, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const named = (kafka: string, mongo: string) =>
    namedEngines({ KAFKA_BROKERS: kafka, MONGODB_URI: `mongodb://user:p%40ss@${mongo}/?replicaSet=rs0` });
  const [up, down] = [`127.0.0.1:${open}`, `127.0.0.1:${closed}`];
  assert.deepEqual(await unreachable(named(`${down},${up}`, up)), []);
  assert.deepEqual(await unreachable(named(down, up)), [
    `KAFKA_BROKERS names ${down}, and nobody answers there`,
  ]);
  assert.deepEqual(await unreachable(named(up, down)), [
    `MONGODB_URI names ${down}, and nobody answers there`,
  ]);
});
