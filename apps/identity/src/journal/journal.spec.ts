import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Principal, ProcessName } from '@kyzmat/auth';
import {
  anchorsOf,
  entriesOf,
  openChain,
  verifyDatabase,
  type Access,
  type AnchorBody,
  type Entry,
} from '@kyzmat/journal';
import type { Person } from '../persons/person.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const as = ({ _id }: Person): Principal => ({ subject: _id, role: 'user' });
const self = (process: ProcessName): Principal => ({ subject: process, role: 'system' });
const linesOf = async (person: Person) =>
  (await stage.ask('portal', as(person), 'GET /journal')).body['lines'];

test('P573-13c: a person sees that other processes took profile and contact, and that strangers tried', async () => {
  const [own, other] = [await stage.person(), await stage.person()];
  await stage.ask('applications', self('applications'), `GET /persons/${own._id}/profile`);
  await stage.ask('notifications', self('notifications'), `GET /persons/${own._id}/contact`);
  await stage.ask('portal', as(other), `GET /persons/${own._id}/profile`);
  await stage.ask('portal', as(own), `GET /persons/${own._id}/profile`);
  const lines = await linesOf(own);
  assert.ok(Array.isArray(lines));
  const short = lines.map(({ act, route, role, outcome }: Record<string, unknown>) =>
    [act, route, role, outcome].join(' '),
  );
  assert.deepEqual(short, [
    'profile.read portal user refused',
    'contact.read notifications system given',
    'profile.read applications system given',
  ]);
  assert.ok(!JSON.stringify(lines).includes(other._id));
  assert.deepEqual(await linesOf(other), []);
});

test('P573-49: the journal holds ids and names of groups, never values', async () => {
  const person = await stage.person({ pin: '12003198500012', phone: '+996700123456' });
  await stage.ask('applications', self('applications'), `GET /persons/${person._id}/profile`);
  const entries = await entriesOf<Access>(stage.on.kit.store).find().toArray();
  const text = JSON.stringify(entries);
  assert.ok(text.includes(person._id));
  for (const value of ['12003198500012', '+996700123456', 'Айгүл']) assert.ok(!text.includes(value));
});

test('P573-19d: heads of journals are anchored; a cut, an older head and a stranger are refused', async () => {
  const { store, clock } = stage.on.kit;
  const collection = store.collection<Entry<{ n: number }>>('journal-of-payments');
  const chain = openChain<{ n: number }>({ name: 'payments', collection, clock });
  const tell = (from: ProcessName, who: Principal, head = chain.head()) =>
    stage.ask(from, who, 'POST /journal-heads', { ...head });
  for (let n = 0; n < 5; n++) await chain.append({ n });
  const early = chain.head();
  assert.ok(early);
  assert.equal((await tell('payments', self('payments'))).status, 204);
  for (let n = 0; n < 5; n++) await chain.append({ n });
  assert.equal((await tell('payments', self('payments'))).status, 204);
  assert.equal((await tell('payments', self('payments'))).status, 204);
  assert.equal((await tell('payments', self('payments'), { ...early, hash: 'a'.repeat(64) })).status, 409);
  assert.equal((await tell('notifications', self('notifications'))).status, 403);
  assert.equal((await tell('portal', as(await stage.person()))).status, 403);

  const anchors = anchorsOf<AnchorBody>(store);
  const known = (await anchors.find().toArray()).map(({ body }) => body);
  assert.equal(known.filter(({ process }) => process === 'payments').length, 2);
  assert.deepEqual((await verifyDatabase(collection, known)).findings, []);
  assert.deepEqual((await verifyDatabase(anchors)).findings, []);
  await collection.deleteMany({ seq: { $gte: 7 } });
  const { findings } = await verifyDatabase(
    collection,
    known.filter(({ process }) => process === 'payments'),
  );
  assert.deepEqual(
    findings.map(({ seq, fault }) => `${seq} ${fault}`),
    ['7 truncated'],
  );
});

test('P573-49: a copy of all data is the act of the person, recorded, and not taken all the time', async () => {
  const person = await stage.person();
  const take = () => stage.ask('portal', as(person), 'POST /data-exports');
  assert.equal((await take()).status, 204);
  const again = await take();
  assert.deepEqual([again.status, again.body['code']], [429, 'wait_before_next']);
  const lines = await linesOf(person);
  assert.ok(Array.isArray(lines) && lines.length === 1);
  const many = await stage.person();
  const all = Array.from({ length: 10 }, () => stage.ask('portal', as(many), 'POST /data-exports'));
  assert.equal((await Promise.all(all)).filter(({ status }) => status === 204).length, 1);
  assert.equal(
    (await stage.ask('desk', { subject: 'operator', role: 'operator' }, 'POST /data-exports')).status,
    403,
  );
});
