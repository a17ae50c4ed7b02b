import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemClock } from '@kyzmat/clock';
import { connect, type Store } from '@kyzmat/store';
import { openChain } from './chain.ts';
import { canonical, type Entry, type Head } from './entry.ts';
import { verifyDatabase } from './verify-database.ts';

interface Body {
  readonly n: number;
}

let store: Store;
before(async () => {
  store = await connect(process.env['MONGODB_URI'] ?? '', `t-${randomUUID()}`);
});
after(async () => {
  await store.connection.dropDatabase();
  await store.close();
});

const fresh = () => store.collection<Entry<Body>>(`journal-${randomUUID()}`);
const count = (n: number) => Array.from({ length: n }, (_, each) => ({ n: each }));

async function written(length: number) {
  const collection = fresh();
  const chain = openChain<Body>({ name: 'test', collection, clock: systemClock });
  await Promise.all(count(length).map((body) => chain.append(body)));
  const head = chain.head();
  assert.ok(head);
  return { collection, chain, head };
}

test('P573-19d: a thousand entries at once make one chain, in few writes, in the order in which they came', async () => {
  const { collection, head } = await written(1000);
  assert.equal(head.seq, 999);
  const entries = await collection.find().sort({ _id: 1 }).toArray();
  assert.deepEqual(
    entries.map(({ body }) => body.n),
    count(1000).map(({ n }) => n),
  );
  assert.ok(new Set(entries.map(({ at }) => at)).size <= 5);
  assert.deepEqual(await verifyDatabase(collection, [head]), { chains: 1, entries: 1000, findings: [] });
});

test('P573-19d: processes write beside each other, each its own chain', async () => {
  const collection = fresh();
  const chains = count(4).map(({ n }) => openChain<Body>({ name: `p${n}`, collection, clock: systemClock }));
  await Promise.all(chains.flatMap((chain) => count(100).map((body) => chain.append(body))));
  const heads = chains.map((chain) => chain.head()).filter((head): head is Head => head !== undefined);
  assert.deepEqual(await verifyDatabase(collection, heads), { chains: 4, entries: 400, findings: [] });
});

test('P573-48: what somebody with the keys of the database does to an entry is found', async () => {
  const harm: Record<
    string,
    (entries: Awaited<ReturnType<typeof written>>['collection'], chain: string) => Promise<unknown>
  > = {
    'one byte changed': (all) => all.updateOne({ seq: 3 }, { $set: { 'body.n': 4 } }),
    'one taken out': (all) => all.deleteOne({ seq: 3 }),
    'two swapped': (all) =>
      all.bulkWrite([
        { updateOne: { filter: { seq: 3 }, update: { $set: { 'body.n': 4 } } } },
        { updateOne: { filter: { seq: 4 }, update: { $set: { 'body.n': 3 } } } },
      ]),
    'the end cut off': (all) => all.deleteMany({ seq: { $gte: 6 } }),
    'all gone': (all) => all.deleteMany({}),
  };
  const found: Record<string, string[]> = {};
  for (const [name, does] of Object.entries(harm)) {
    const { collection, head } = await written(10);
    await does(collection, head.chain);
    const { findings } = await verifyDatabase(collection, [head]);
    found[name] = findings.map(({ seq, fault }) => `${seq} ${fault}`);
  }
  assert.deepEqual(found, {
    'one byte changed': ['3 changed'],
    'one taken out': ['4 missing'],
    'two swapped': ['3 changed', '4 changed'],
    'the end cut off': ['6 truncated'],
    'all gone': ['0 truncated'],
  });
});

test('P573-19d: an entry that cannot be written is refused, and what comes later begins a chain without a hole', async () => {
  const collection = fresh();
  const chain = openChain<Body>({ name: 'test', collection, clock: systemClock });
  await chain.append({ n: 0 });
  const first = chain.head();
  assert.ok(first);
  // The place the next entry wants is taken, as by somebody who writes past this library.
  await collection.insertOne({ ...entryAt(first.chain, 1), body: { n: 9 } });
  await assert.rejects(chain.append({ n: 1 }));
  await collection.deleteOne({ 'body.n': 9 });
  await chain.append({ n: 2 });
  assert.notEqual(chain.head()?.chain, first.chain);
  const { findings, chains } = await verifyDatabase(collection, [first]);
  assert.deepEqual([findings, chains], [[], 2]);
});

test('P573-48: nobody goes on before the witness knows; when it cannot be told, the entry stands and the data stay', async () => {
  const collection = fresh();
  const told: number[] = [];
  let away = false;
  const witness = async ({ chain, seq }: Head): Promise<void> => {
    if (away) throw new Error('away');
    assert.equal(await collection.countDocuments({ chain, seq }), 1, 'written before it is told');
    told.push(seq);
  };
  const chain = openChain<Body>({ name: 'test', collection, clock: systemClock, witness });
  await chain.append({ n: 0 });
  assert.deepEqual(told, [0]);
  away = true;
  await assert.rejects(chain.append({ n: 1 }));
  away = false;
  await chain.append({ n: 2 });
  assert.deepEqual(told, [0, 2]);
  assert.deepEqual((await verifyDatabase(collection)).findings, []);
});

test('P573-48: a chain offers no way to change or remove, and refuses after its end', async () => {
  const { chain } = await written(1);
  assert.deepEqual(Object.keys(chain).sort(), ['append', 'head', 'stop']);
  await chain.stop();
  await assert.rejects(chain.append({ n: 1 }), { name: 'Overloaded' });
});

test('an entry in the database has the text it was hashed from', async () => {
  const { collection } = await written(1);
  const stored = await collection.findOne();
  assert.ok(stored);
  assert.equal(canonical(stored.body), '{"n":0}');
});

function entryAt(chain: string, seq: number): Omit<Entry<Body>, 'body'> {
  const _id = `${chain}:${String(seq).padStart(12, '0')}`;
  return { _id, chain, seq, at: '2026-03-12T04:00:00.000Z', previous: '', hash: '' };
}
