import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Person } from '../persons/person.ts';
import { openStage, type Answer, type Stage } from '../testing/stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.stop());

const contentHash = 'ab'.repeat(32);
const title = { ky: 'Маалымкат', ru: 'Справка' };
const as = ({ _id }: Person) => ({ subject: _id, role: 'user' }) as const;

async function asked(person: Person, hash = contentHash): Promise<{ id: string; code: string }> {
  const body = { contentHash: hash, title };
  const answer = await stage.ask('portal', as(person), 'POST /signing-requests', body);
  assert.equal(answer.status, 201);
  return { id: String(answer.body['id']), code: stage.codeFor(person.contact.emessageAddress ?? '') };
}
const confirm = (person: Person, id: string, code: string): Promise<Answer> =>
  stage.ask('portal', as(person), `POST /signing-requests/${id}/confirm`, { code });
const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

test('P573-8l: a fresh code gives a signature over this content, by this person, that anybody can verify', async () => {
  const person = await stage.person();
  const { id, code } = await asked(person);
  const { status, body } = await confirm(person, id, code);
  assert.equal(status, 200);
  const keys = createRemoteJWKSet(new URL(`${stage.url}/signing-keys`));
  const { payload } = await jwtVerify(String(body['signature']), keys);
  const { jti, ...statement } = payload;
  assert.deepEqual(statement, {
    sub: person._id,
    act: person._id,
    hash: contentHash,
    level: 'simple',
    at: '2026-03-12T04:00:00.000Z',
  });
  assert.equal(typeof jti, 'string');
});

test('P573-14b: the code is kept hashed and the answer shows the number masked', async () => {
  const person = await stage.person();
  const phone = person.contact.emessageAddress ?? '';
  const body = { contentHash, title };
  const answer = await stage.ask('portal', as(person), 'POST /signing-requests', body);
  assert.equal(answer.body['sentTo'], `${phone.slice(0, 4)} *** *** ${phone.slice(-2)}`);
  const kept = await stage.on.kit.store.collection('codes').find({ person: person._id }).toArray();
  assert.ok(!JSON.stringify(kept).includes(stage.codeFor(phone)));
});

test('P573-14b: a wrong code says how many tries are left; after five not even the right one works', async () => {
  const person = await stage.person();
  const { id, code } = await asked(person);
  for (const triesLeft of [4, 3, 2, 1, 0]) {
    const { status, body } = await confirm(person, id, wrong(code));
    assert.deepEqual([status, body['code'], body['triesLeft']], [422, 'wrong_code', triesLeft]);
  }
  assert.equal((await confirm(person, id, code)).body['code'], 'code_used');
});

test('P573-14b: an expired code is refused, and says so in both languages', async () => {
  const person = await stage.person();
  const { id, code } = await asked(person);
  const codes = stage.on.kit.store.collection<{ _id: string; expiresAt: Date }>('codes');
  await codes.updateOne({ _id: id }, { $set: { expiresAt: new Date(Date.now() - 1) } });
  const { body } = await confirm(person, id, code);
  assert.equal(body['code'], 'code_expired');
  assert.match(JSON.stringify(body['message']), /^\{"ky":".+","ru":".+"\}$/);
});

test('P573-8l: of twenty confirmations at once one signs', async () => {
  const person = await stage.person();
  const { id, code } = await asked(person);
  const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(person, id, code)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body['code']);
  assert.deepEqual([...new Set(codes)], ['code_used']);
});

test("P573-8l: another person's code does not work, nor does it use it up; staff and processes do not sign", async () => {
  const [person, other] = [await stage.person(), await stage.person()];
  const { id, code } = await asked(person);
  assert.equal((await confirm(other, id, code)).status, 422);
  const executor = { subject: 'nurlan', role: 'executor', provider: 'population-register' } as const;
  const body = { contentHash, title };
  assert.equal((await stage.ask('desk', executor, 'POST /signing-requests', body)).status, 403);
  const system = { subject: 'applications', role: 'system' } as const;
  assert.equal((await stage.ask('applications', system, 'POST /signing-requests', body)).status, 403);
  assert.equal((await confirm(person, id, code)).status, 200);
});

test('P573-8l: a code asked for oneself does not sign for the legal entity one acts for', async () => {
  const person = await stage.person();
  const inn = '02508201510123';
  const organisation = { name: '«Демо Ала-Тоо» ЖЧК', inn, address: {} };
  assert.equal((await stage.ask('portal', as(person), 'POST /organisations', organisation)).status, 201);
  const persons = stage.on.kit.store.collection<Person>('persons');
  const entity = await persons.findOne({ knownAs: `own-inn:${inn}` });
  assert.ok(entity);
  const forEntity = { subject: entity._id, actor: person._id, role: 'user' } as const;
  const confirmFor = (id: string, code: string): Promise<Answer> =>
    stage.ask('portal', forEntity, `POST /signing-requests/${id}/confirm`, { code });

  const { id, code } = await asked(person);
  const answer = await confirmFor(id, code);
  assert.deepEqual([answer.status, answer.body['code']], [403, 'other_purpose']);
  const body = { contentHash, title };
  const own = await stage.ask('portal', forEntity, 'POST /signing-requests', body);
  const second = stage.codeFor(person.contact.emessageAddress ?? '');
  assert.equal((await confirmFor(String(own.body['id']), second)).status, 200);
});

test('P573-14b: each content has a code of its own', async () => {
  const person = await stage.person();
  const first = await asked(person);
  const second = await asked(person, 'cd'.repeat(32));
  if (first.code !== second.code) {
    assert.equal((await confirm(person, first.id, second.code)).body['code'], 'wrong_code');
  }
  const { body } = await confirm(person, second.id, second.code);
  const { payload } = await jwtVerify(
    String(body['signature']),
    createRemoteJWKSet(new URL(`${stage.url}/signing-keys`)),
  );
  assert.equal(payload['hash'], 'cd'.repeat(32));
});

test('P573-14b: codes without a right one in between are sent only so many times; a right one starts anew', async () => {
  const person = await stage.person();
  const body = { contentHash, title };
  const ask = (): Promise<Answer> => stage.ask('portal', as(person), 'POST /signing-requests', body);
  for (let sent = 0; sent < 19; sent += 1) assert.equal((await ask()).status, 201);
  const { id, code } = await asked(person);
  const refused = await ask();
  assert.deepEqual([refused.status, refused.body['code']], [429, 'too_many_codes']);
  assert.equal((await confirm(person, id, code)).status, 200);
  assert.equal((await ask()).status, 201);
});
