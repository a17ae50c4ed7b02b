import { MongoClient } from 'mongodb';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startKafka, startMongo } from './provision.ts';

let dir = '';
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kyzmat-engines-'));
});
after(() => rm(dir, { recursive: true }));

/** Majority writes and a transaction, as the platform does them. */
async function write(uri: string, id: string): Promise<readonly string[]> {
  const client = new MongoClient(uri);
  try {
    const notes = client.db('check').collection<{ _id: string }>('notes');
    await client.withSession((session) =>
      session.withTransaction(() => notes.insertOne({ _id: id }, { session })),
    );
    return (await notes.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
  } finally {
    await client.close();
  }
}

test('MongoDB: transactions, kill -9 without loss, restart, and a move to another port', async () => {
  const mongo = await startMongo({ dir: join(dir, 'mongo') });
  try {
    assert.deepEqual(await write(mongo.uri, 'a'), ['a']);
    await mongo.kill9();
    assert.equal(mongo.isRunning(), false);
    await mongo.restart();
    assert.deepEqual(await write(mongo.uri, 'b'), ['a', 'b']);
  } finally {
    await mongo.stop();
  }
  const moved = await startMongo({ dir: join(dir, 'mongo') });
  try {
    assert.notEqual(moved.uri, mongo.uri);
    assert.deepEqual(await write(moved.uri, 'c'), ['a', 'b', 'c']);
  } finally {
    await moved.stop();
  }
});

/** Asks for the versions of the API, the first thing that a client does, and gives the error code of the answer. */
async function ask(brokers: string): Promise<number> {
  const [host, port] = brokers.split(':');
  const socket = createConnection({ host: host ?? '', port: Number(port) });
  socket.write(Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 7, 255, 255]));
  const data: unknown[] = await once(socket, 'data');
  socket.destroy();
  const [answer] = data;
  assert.ok(Buffer.isBuffer(answer));
  assert.equal(answer.readInt32BE(4), 7);
  return answer.readInt16BE(8);
}

test('Kafka: answers, comes back after kill -9 on the same folder, and stops', async () => {
  const kafka = await startKafka({ dir: join(dir, 'kafka') });
  try {
    assert.equal(await ask(kafka.brokers), 0);
    const { pid } = kafka;
    await kafka.kill9();
    await kafka.start();
    assert.notEqual(kafka.pid, pid);
    assert.equal(await ask(kafka.brokers), 0);
  } finally {
    await kafka.stop();
  }
  assert.equal(kafka.isRunning(), false);
});
