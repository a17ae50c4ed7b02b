import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { entriesOf, type Access, type Attested } from '@kyzmat/journal';
import { eventually } from '@kyzmat/testing/eventually';
import type { Person } from '../persons/person.ts';
import { enter } from '../testing/sign-in.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';
import { hashOfCabinet } from './approved.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const as = (id: string): Principal => ({ subject: id, role: 'user' });
const title = { ky: 'Кабинетти өчүрүү', ru: 'Удаление кабинета' };

/** What identity gives for a right code. */
async function approve({ _id, contact }: Person, contentHash = hashOfCabinet(_id)): Promise<unknown> {
  const asked = await stage.ask('portal', as(_id), 'POST /signing-requests', { contentHash, title });
  const code = stage.codeFor(contact.emessageAddress ?? '');
  const path = `POST /signing-requests/${String(asked.body['id'])}/confirm`;
  return (await stage.ask('portal', as(_id), path, { code })).body['signature'];
}

const erase = (person: string, signature: unknown, who = as(person)): Promise<Answer> =>
  stage.ask('portal', who, `POST /persons/${person}/erasure`, { signature });
const profileOf = (person: string): Promise<Answer> =>
  stage.ask('portal', as(person), `GET /persons/${person}/profile`);

/** Everything in this database that still names somebody. */
async function traces(id: string): Promise<string[]> {
  const { db } = stage.on.kit.store.connection;
  const names = ((await db?.listCollections().toArray()) ?? []).map(({ name }) => name);
  const found = await Promise.all(
    names.map(async (name) => {
      const all = await stage.on.kit.store.collection(name).find().toArray();
      return all.some((each) => JSON.stringify(each).includes(id)) ? name : [];
    }),
  );
  return found.flat().sort();
}

test('P573-49: a person deletes the own cabinet: nothing of it is left but what the law keeps, and every session ends', async () => {
  const sub = randomUUID();
  const phone = '+996700654321';
  stage.outside.people.set(sub, { name: 'Демо Айгүл Өчкөн', phone_number: phone, pin: '12003198500099' });
  const { person: id } = await enter(stage, sub);
  const person = await stage.on.kit.store.collection<Person>('persons').findOne({ _id: id });
  assert.ok(person);
  const sessions = stage.on.kit.store.collection('sessions');
  assert.equal(await sessions.countDocuments({ actor: id }), 1);

  const { status, body } = await erase(id, await approve(person));
  assert.equal(status, 204, JSON.stringify(body));
  assert.equal(await sessions.countDocuments({ actor: id }), 0);
  assert.equal((await profileOf(id)).status, 404);
  await eventually(() => Promise.resolve(stage.outside.left.includes(id)));
  assert.deepEqual((await traces('Өчкөн')).concat(await traces('12003198500099'), await traces(phone)), []);
  const kept = await traces(id);
  const may = ['access_facts', 'oidc', 'sign_in_steps', 'tries', 'work.erase-cabinet'];
  assert.deepEqual(
    kept.filter((name) => !may.includes(name)),
    [],
  );
  // P573-19d: that somebody entered stays, and is proved; whose id it was nobody can say any more.
  assert.ok(kept.includes('access_facts'));
  const last = await entriesOf<Access>(stage.on.kit.store).findOne({ 'body.act': 'cabinet.erased' });
  assert.equal(last?.body.subject, id);
  const again = await enter(stage, sub);
  assert.notEqual(again.person, id, 'who comes back is new here');
});

test('P573-31c: while an application goes on the cabinet stays, and the person is told', async () => {
  const person = await stage.person();
  stage.outside.openApplications = 2;
  const { status, body } = await erase(person._id, await approve(person));
  stage.outside.openApplications = 0;
  assert.deepEqual([status, body['code'], body['open']], [409, 'applications_open', 2]);
  assert.equal((await profileOf(person._id)).status, 200);
});

test('P573-49: only with a fresh approval of exactly this, by this person, in the own name', async () => {
  const [person, other] = [await stage.person(), await stage.person()];
  const good = await approve(person);
  assert.equal((await erase(person._id, await approve(person, 'a'.repeat(64)))).status, 422);
  assert.equal((await erase(person._id, await approve(other))).status, 422);
  assert.equal((await erase(person._id, 'no.signature.here')).status, 422);
  assert.equal((await erase(person._id, good, as(other._id))).status, 404);
  const acting: Principal = { subject: person._id, actor: other._id, role: 'user' };
  assert.equal((await erase(person._id, good, acting)).status, 404);
  const now = stage.on.clock.now();
  stage.on.clock.set(new Date(now.getTime() + 16 * 60_000).toISOString());
  assert.equal((await erase(person._id, good)).status, 422, 'a quarter of an hour later it is stale');
  stage.on.clock.set(now.toISOString());
  assert.equal((await profileOf(person._id)).status, 200);
});

test('P573-19d: each entry and each refusal stands in the chain as a hash, and nothing of whereabouts does', async () => {
  const sub = randomUUID();
  stage.outside.people.set(sub, { name: 'Демо Бакыт' });
  const { person } = await enter(stage, sub);
  const facts = stage.on.kit.store.collection<{ _id: string; person?: string }>('access_facts');
  const fact = await facts.findOne({ person });
  assert.ok(fact);
  const entry = await entriesOf<Attested>(stage.on.kit.store).findOne({ 'body.attests': fact._id });
  assert.ok(entry);
  assert.deepEqual(Object.keys(entry.body).sort(), ['attests', 'sha256']);
});
