import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemClock } from '@kyzmat/clock';
import { topicDefinitions } from '@kyzmat/contracts';
import { createEventBus, type EventBus } from '@kyzmat/event-bus';
import {
  accessCollection,
  anchorsOf,
  attestationOf,
  entriesOf,
  openChain,
  openWitness,
  verifyPlatform,
  type AnchorBody,
  type Attested,
  type Head,
} from '@kyzmat/journal';
import { connect, type Store } from '@kyzmat/store';

// The databases have the names of processes; other tests of these engines use names of their own.
const stores: Store[] = [];
let bus: EventBus;
const prefix = `t-${randomUUID()}.`;
const silent = (): void => undefined;
before(async () => {
  const uri = process.env['MONGODB_URI'] ?? '';
  for (const name of ['applications', 'identity']) stores.push(await connect(uri, name));
  bus = createEventBus({
    brokers: (process.env['KAFKA_BROKERS'] ?? '').split(','),
    clientId: 'test',
    prefix,
    log: { info: silent, warn: silent, error: silent },
    onStuck: silent,
  });
  await bus.ensureTopics(topicDefinitions);
  await clean();
});
after(async () => {
  await clean();
  await Promise.all([bus.close(), ...stores.map((store) => store.close())]);
});

const storeOf = (place: 0 | 1): Store => {
  const store = stores[place];
  assert.ok(store);
  return store;
};
const journal = () => entriesOf<{ n: number }>(storeOf(0));
const anchors = () => anchorsOf<AnchorBody>(storeOf(1));
interface Fact {
  readonly _id: string;
  readonly outcome: string;
  readonly unproved?: boolean;
}
const facts = () => storeOf(1).collection<Fact>(accessCollection);
const proofs = () => entriesOf<Attested>(storeOf(1));
async function clean(): Promise<void> {
  await Promise.all([
    journal().deleteMany({}),
    anchors().deleteMany({}),
    facts().deleteMany({}),
    proofs().deleteMany({}),
  ]);
}

function run(...args: string[]): Promise<{ code: number; out: string }> {
  const script = new URL('verify.ts', import.meta.url).pathname;
  const env = { ...process.env, TOPIC_PREFIX: prefix };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, out) => {
      resolve({ code: error === null ? 0 : 1, out });
    });
  });
}

const witness = () => {
  const elsewhere = () => Promise.reject(new Error('Kafka was not told'));
  return openWitness({ name: 'applications', bus, clock: systemClock }, elsewhere, 120_000);
};

async function written(told?: (head: Head) => Promise<void>): Promise<{ head: Head; anchored: Head }> {
  const chain = openChain<{ n: number }>({
    name: 'applications',
    collection: journal(),
    clock: systemClock,
    ...(told === undefined ? {} : { witness: told }),
  });
  const own = openChain<AnchorBody>({ name: 'anchors', collection: anchors(), clock: systemClock });
  for (let n = 0; n < 10; n++) {
    await chain.append({ n });
    const head = chain.head();
    assert.ok(head);
    if (n % 3 === 2) await own.append({ process: 'applications', ...head });
  }
  const [head, anchored] = [own.head(), chain.head()];
  assert.ok(head && anchored);
  return { head, anchored };
}

test('P573-19d: the command says that everything holds, and what to keep outside; then what was harmed', async () => {
  const { head } = await written();
  const kept = `${head.chain}:${head.seq}:${head.hash}`;
  const fine = await run(kept);
  assert.equal(fine.code, 0, fine.out);
  assert.match(fine.out, /applications: 10 entries in 1 chains, 0 faults/);
  assert.ok(fine.out.includes(kept));

  await journal().deleteMany({ seq: { $gte: 7 } });
  const cut = await run();
  assert.equal(cut.code, 1);
  assert.match(cut.out, /truncated at applications-.*:7/);

  // Whoever also cuts the anchors back is found by what was kept outside.
  await anchors().deleteMany({ seq: { $gte: 2 } });
  assert.deepEqual((await verifyPlatform(storeOf(0).client)).anchors.findings, []);
  const late = await run(kept);
  assert.equal(late.code, 1);
  assert.match(late.out, /anchors: .* 1 faults/);
  await clean();
});

test('P573-19d: facts of access are proved by the chain: one changed, one taken out, one slipped in is found', async () => {
  const chain = openChain<Attested>({ name: 'identity', collection: proofs(), clock: systemClock });
  const entered = ['a', 'b', 'c'].map((_id) => ({ _id, outcome: 'entered' }));
  for (const fact of entered) {
    await chain.append(attestationOf(fact));
    await facts().insertOne(fact);
  }
  // What a crash left between record and entry let nobody in, and alarms nobody.
  await facts().insertOne({ _id: 'd', outcome: 'entered', unproved: true });
  const fine = await run();
  assert.equal(fine.code, 0, fine.out);
  assert.match(fine.out, /access: 3 facts, 0 faults/);
  await facts().updateOne({ _id: 'a' }, { $set: { outcome: 'refused' } });
  await facts().deleteOne({ _id: 'b' });
  await facts().insertOne({ _id: 'e', outcome: 'entered' });
  const { access } = await verifyPlatform(storeOf(0).client);
  assert.deepEqual(access.findings.map(({ fault }) => fault).sort(), ['changed', 'missing', 'unproved']);
  assert.equal((await run()).code, 1);
  await clean();
});

test('P573-48: the very last entry cut off, with every anchor, by somebody with all keys of the database is found by Kafka', async () => {
  await written(witness());
  assert.equal((await run()).code, 0);
  await journal().deleteOne({ seq: 9 });
  await anchors().deleteMany({});
  assert.deepEqual((await verifyPlatform(storeOf(0).client)).journals.applications?.findings, []);
  const cut = await run();
  assert.equal(cut.code, 1);
  assert.match(cut.out, /truncated at applications-.*:9/);
});
