import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { systemClock } from '@kyzmat/clock';
import {
  anchorsCollection,
  journalCollection,
  openChain,
  verifyPlatform,
  type AnchorBody,
  type Entry,
  type Head,
} from '@kyzmat/journal';
import { connect, type Store } from '@kyzmat/store';

let store: Store;
before(async () => {
  store = await connect(process.env['MONGODB_URI'] ?? '', `t-${randomUUID()}`);
});
after(async () => {
  await Promise.all([clean(), store.connection.dropDatabase()]);
  await store.close();
});

/** The databases have the names of processes; other tests of these engines use names of their own. */
const of = <B>(db: string, name: string) => store.client.db(db).collection<Entry<B>>(name);
const journal = () => of<{ n: number }>('applications', journalCollection);
const anchors = () => of<AnchorBody>('identity', anchorsCollection);
async function clean(): Promise<void> {
  await Promise.all([journal().drop(), anchors().drop()]);
}

function run(...args: string[]): Promise<{ code: number; out: string }> {
  const script = new URL('verify.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, out) => {
      resolve({ code: error === null ? 0 : 1, out });
    });
  });
}

async function written(): Promise<{ head: Head; anchored: Head }> {
  const chain = openChain<{ n: number }>({ name: 'applications', collection: journal(), clock: systemClock });
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
  assert.deepEqual((await verifyPlatform(store.client)).anchors.findings, []);
  const late = await run(kept);
  assert.equal(late.code, 1);
  assert.match(late.out, /anchors: .* 1 faults/);
});
