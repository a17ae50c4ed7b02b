import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { processNames } from '@kyzmat/auth';
import { systemClock } from '@kyzmat/clock';
import { createProgram, freePort, isPortOpen, provision, type Program } from '@kyzmat/engines';
import { anchorsOf, entriesOf, openChain, verifierName, verifyPlatform } from '@kyzmat/journal';
import { connect, createAggregates, type Aggregate, type Store } from '@kyzmat/store';

/** A server of its own that asks who is there. */
let server: Program;
let folder: string;
let port: number;
const passwords = new Map([...processNames, verifierName].map((name) => [name, randomUUID()] as const));
const stores: Store[] = [];

const uriOf = (user: string, password: string): string =>
  `mongodb://${user}:${password}@127.0.0.1:${port}/?authSource=admin&retryWrites=false`;

async function as(user: Parameters<typeof passwords.get>[0], database: string = user): Promise<Store> {
  const store = await connect(uriOf(user, passwords.get(user) ?? ''), database);
  stores.push(store);
  return store;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyzmat-roles-'));
  port = await freePort();
  const data = join(folder, 'data');
  await mkdir(data);
  const { mongod } = await provision();
  server = createProgram({
    name: 'mongod',
    command: {
      file: mongod,
      args: ['--auth', '--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
      graceSeconds: 15,
    },
    log: join(folder, 'mongod.log'),
    readyWithinMs: 60_000,
    isReady: () => isPortOpen(port),
  });
  await server.start();
  // The first user may be made by whoever sits at the machine.
  const first = await connect(`mongodb://127.0.0.1:${port}/`, 'admin');
  const pwd = randomUUID();
  await first.client.db('admin').command({ createUser: 'admin', pwd, roles: ['root'] });
  await first.close();
  const script = new URL('roles.ts', import.meta.url).pathname;
  const env = {
    ...process.env,
    MONGODB_URI: uriOf('admin', pwd),
    MONGODB_PASSWORDS: JSON.stringify(Object.fromEntries(passwords)),
  };
  // Twice: brought to the same.
  for (let n = 0; n < 2; n++) await promisify(execFile)(process.execPath, [script], { env });
});
after(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await server.stop();
  await rm(folder, { recursive: true });
});

const refused = { codeName: 'Unauthorized' };

test('P573-48: a process adds to its journal; the database lets it change or remove no entry, nor what holds them', async () => {
  const store = await as('applications');
  const journal = entriesOf<{ n: number }>(store);
  await journal.createIndex({ 'body.n': 1 });
  const chain = openChain<{ n: number }>({ name: 'applications', collection: journal, clock: systemClock });
  for (let n = 0; n < 3; n++) await chain.append({ n });
  const [entry] = await journal.find({ 'body.n': 1 }).toArray();
  assert.ok(entry);
  const { _id } = entry;
  const database = store.client.db(journal.dbName);
  const harm: Readonly<Record<string, () => Promise<unknown>>> = {
    'an entry changed': () => journal.updateOne({ _id }, { $set: { 'body.n': 7 } }),
    'an entry replaced': () => journal.replaceOne({ _id }, entry),
    'an entry found and changed': () => journal.findOneAndUpdate({ _id }, { $set: { seq: 9 } }),
    'put in the place of another': () => journal.updateOne({ _id }, { $set: entry }, { upsert: true }),
    'an entry removed': () => journal.deleteOne({ _id }),
    'all removed': () => journal.deleteMany({}),
    'the collection dropped': () => journal.drop(),
    'the database dropped': () => database.dropDatabase(),
    'the collection renamed': () => journal.rename('other'),
    'the collection made to forget': () =>
      database.command({ collMod: journal.collectionName, validator: { never: true } }),
    'overwritten by what is read': () =>
      store
        .collection('x')
        .aggregate([{ $out: { db: journal.dbName, coll: journal.collectionName } }])
        .toArray(),
    'a right given to oneself': () =>
      store.client.db('admin').command({ grantRolesToUser: 'applications', roles: ['root'] }),
  };
  for (const [name, does] of Object.entries(harm)) await assert.rejects(does, refused, name);
  assert.equal(await journal.countDocuments(), 3);
});

test('P573-48: to anchors identity can only add as well; into another’s journal or data nobody comes', async () => {
  const [identity, portal] = [await as('identity'), await as('portal')];
  const anchors = anchorsOf<{ n: number }>(identity);
  await openChain({ name: 'anchors', collection: anchors, clock: systemClock }).append({ n: 0 });
  await assert.rejects(() => anchors.deleteMany({}), refused);
  for (const other of ['applications', 'applications-journal']) {
    const entries = portal.client.db(other).collection('entries');
    await assert.rejects(() => entries.findOne(), refused);
    await assert.rejects(() => entries.insertOne({ n: 1 }), refused);
  }
});

test('P573-48: with its role a process still does all it does with its own data', async () => {
  const store = await as('payments');
  const collection = store.collection<Aggregate<unknown>>('charges');
  const aggregates = createAggregates<{ paid: boolean }>(collection);
  await aggregates.ensureIndexes();
  await aggregates.create({ _id: 'c', state: { paid: false } }, () => true);
  await aggregates.update('c', 1, { state: { paid: true } });
  assert.deepEqual((await aggregates.load('c'))?.state, { paid: true });
  await collection.deleteOne({ _id: 'c' });
  await store.connection.collection('charges').drop();
  await aggregates.stop();
});

test('P573-19d: whoever verifies reads the journals, and can write nothing', async () => {
  const store = await as(verifierName, 'admin');
  const { journals } = await verifyPlatform(store.client);
  assert.equal(journals.applications?.entries, 3);
  assert.deepEqual(journals.applications.findings, []);
  const entries = store.client.db('applications-journal').collection('entries');
  await assert.rejects(() => entries.insertOne({ n: 1 }), refused);
  await assert.rejects(() => store.client.db('applications').collection('applications').findOne(), refused);
});
