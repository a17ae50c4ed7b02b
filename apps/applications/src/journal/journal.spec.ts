import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { contractPath, type Common } from '@kyzmat/contracts';
import { entriesOf, verifyDatabase, type Access, type Act } from '@kyzmat/journal';
import request, { type Response } from 'supertest';
import { parse } from 'yaml';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bakyt, bodyOf, ermek, nurlan, operator } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;
let id: string;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  id = await apply(stage, calls, aigul);
});
after(() => stage.stop());

/** Who comes to personal data of others by which way; the rest is for the person alone, or holds no such data. */
const givesOut: Readonly<Record<string, Act>> = {
  'GET /applications/{id}': 'application.view',
  'POST /applications/{id}/commands': 'application.view',
  'GET /applications/{id}/files/{fileId}': 'application.attachment',
  'GET /applications/{id}/copy.pdf': 'application.copy',
  'GET /applications/{id}/copy.json': 'application.copy',
  'GET /applications/{id}/result.pdf': 'application.result',
  'GET /applications/{id}/result.json': 'application.result',
  'GET /applications/{id}/notices/{noticeId}': 'application.notice',
  'GET /applications/{id}/package': 'application.package',
};
/** Answered to the person the data are of. */
const ownOnly = [
  /^\w+ \/drafts/,
  /^POST \/applications$/,
  /^POST \/applications\/{id}\/files$/,
  /^GET \/journal$/,
  /^\w+ \/erasures$/,
  /^\w+ \/owners\/{id}\/erasure$/,
  /^PUT \/applications\/{id}\/rating$/,
];
/** Given with a reason only, and recorded with it: its own spec. */
const forSupport = /^POST \/support-accesses$/;
/** Numbers, stages and times; or what is checked holds the data already. */
const nothingPersonal = [
  /^GET \/applications$/,
  /^\w+ \/verifications/,
  /^\w+ \/retention/,
  /^GET \/breaches$/,
  /^GET \/sightings$/,
  /^GET \/services\/{code}\/rating$/,
  /^GET \/suggestions$/,
];

const tunduk: Principal = { subject: 'tunduk', role: 'system' };
const notifications: Principal = { subject: 'notifications', role: 'system' };

const entries = () => entriesOf<Access>(stage.kit.store).find().sort({ _id: 1 }).toArray();
const lastOf = async (): Promise<Access | undefined> => (await entries()).at(-1)?.body;

async function ask(who: Principal, route: string): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const process = who.role === 'user' ? 'portal' : who.role === 'system' ? who.subject : 'desk';
  const from = (['portal', 'desk', 'tunduk', 'notifications'] as const).find((name) => name === process);
  const url = path
    .replace('{id}', id)
    .replace('{noticeId}', `${id}:1:submitted`)
    .replace(/\{\w+\}/, 'x');
  const call = method === 'GET' ? request(stage.app.http).get(url) : request(stage.app.http).post(url);
  return call.set(stage.token(from ?? 'desk', who));
}

async function operations(): Promise<string[]> {
  const { paths } = members(parse(await readFile(contractPath('applications'), 'utf8')));
  return Object.entries(members(paths)).flatMap(([path, item]) =>
    Object.keys(members(item)).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

test('P573-19d: every operation of the contract says whose eyes it is for; a new one is not forgotten', async () => {
  for (const operation of await operations()) {
    const known =
      [...ownOnly, ...nothingPersonal, forSupport].some((each) => each.test(operation)) ||
      operation in givesOut;
    assert.ok(known, `${operation}: does it give out personal data? Then name it in givesOut`);
  }
});

test('P573-19d: whatever is given out to somebody else stands in the journal, with who, what, why and for whom', async () => {
  const readers: Readonly<Record<string, Principal>> = {
    'GET /applications/{id}/package': tunduk,
    'GET /applications/{id}/notices/{noticeId}': notifications,
  };
  for (const [operation, what] of Object.entries(givesOut)) {
    const reader = readers[operation] ?? nurlan;
    if (operation.startsWith('POST')) {
      const command = { type: 'register', registrationNumber: '12-345', executorId: 'nurlan' };
      assert.equal((await act(calls, nurlan, id, command)).status, 200);
    } else if (operation.includes('/result.')) continue;
    else if (operation.includes('{fileId}')) continue;
    else await ask(reader, operation);
    const entry = await lastOf();
    assert.equal(entry?.act, what, operation);
    const { provider, subject, actor, role, application, outcome } = entry;
    assert.deepEqual(
      { subject, actor, role, application, outcome },
      { subject: 'aigul', actor: reader.subject, role: reader.role, application: id, outcome: 'given' },
      operation,
    );
    if (reader !== notifications) assert.equal(provider, 'population-register');
    assert.ok(entry.data.length > 0);
  }
});

test('P573-19d: a file that is not there, or a result that is not ready, is not given, and no entry says that it was', async () => {
  const before = (await entries()).length;
  for (const path of ['files/x', 'result.pdf', 'result.json']) {
    assert.equal((await calls.get(nurlan, `/applications/${id}/${path}`)).status, 404);
  }
  assert.equal((await entries()).length, before);
});

test('P573-19e: who reaches for what is not theirs stands in the journal; the person is not told who', async () => {
  for (const stranger of [ermek, bakyt]) {
    assert.equal((await calls.get(stranger, `/applications/${id}`)).status, 404);
    const entry = await lastOf();
    assert.deepEqual([entry?.outcome, entry?.actor], ['refused', stranger.subject]);
  }
  const { lines } = bodyOf<Common['JournalPage']>(await calls.get(aigul, '/journal'));
  assert.deepEqual(
    lines.slice(0, 2).map(({ outcome, role }) => `${outcome} ${role}`),
    ['refused user', 'refused executor'],
  );
  assert.ok(!JSON.stringify(lines).includes('bakyt') && !JSON.stringify(lines).includes('ermek'));
});

test('P573-13c: the person sees who used the data: provider, role, time, application; the executor by name', async () => {
  await calls.get(nurlan, `/applications/${id}`);
  const answer = await calls.get(aigul, `/journal?application=${id}&provider=population-register&limit=1`);
  const { lines, more } = bodyOf<Common['JournalPage']>(answer);
  const [line] = lines;
  assert.ok(line && more);
  const { at, cursor, reference, ...rest } = line;
  assert.equal(at, stage.clock.now().toISOString());
  assert.match(reference ?? '', /^\w{4}-/);
  assert.deepEqual(rest, {
    role: 'executor',
    route: 'desk',
    provider: 'population-register',
    actorName: 'Демо nurlan',
    act: 'application.view',
    data: ['applicant', 'answers', 'history'],
    application: id,
    outcome: 'given',
  });
  const older = bodyOf<Common['JournalPage']>(
    await calls.get(aigul, `/journal?application=${id}&limit=500&before=${encodeURIComponent(cursor)}`),
  );
  assert.ok(older.lines.length > 0 && older.lines.every((each) => each.cursor < cursor));
  assert.deepEqual(bodyOf<Common['JournalPage']>(await calls.get(bakyt, '/journal')).lines, []);
  assert.equal((await calls.get(nurlan, '/journal')).status, 403);
});

test("P573-43: the operator's look is recorded as what it is: times and stages", async () => {
  await calls.get(operator, `/applications/${id}`);
  const entry = await lastOf();
  assert.deepEqual([entry?.act, entry?.data, entry?.role], ['application.watch', ['history'], 'operator']);
});

test("P573-13c: a person's own look leaves no line", async () => {
  const before = (await entries()).length;
  await calls.get(aigul, `/applications/${id}`);
  assert.equal((await entries()).length, before);
});

test('P573-19d: what cannot be recorded is not given out', async (t) => {
  const { client } = stage.kit.store;
  const journal = entriesOf(stage.kit.store);
  // A rule nothing fits: the database refuses every entry, as a full disk would.
  const validated = (validator: object) =>
    client.db(journal.dbName).command({ collMod: journal.collectionName, validator });
  await validated({ impossible: { $exists: true } });
  t.after(() => validated({}));
  for (const path of ['', '/copy.pdf']) {
    const { status, text } = await calls.get(nurlan, `/applications/${id}${path}`);
    assert.equal(status, 500);
    assert.ok(!text.includes('Сынакова'));
  }
  assert.equal((await calls.get(aigul, `/applications/${id}`)).status, 200);
});

test('P573-48: the journal of a working process holds, and shows one changed byte', async () => {
  for (let n = 0; n < 5; n++) await calls.get(nurlan, `/applications/${id}`);
  const collection = entriesOf<Access>(stage.kit.store);
  assert.deepEqual((await verifyDatabase(collection)).findings, []);
  const some = (await entries()).at(-3);
  assert.ok(some);
  await collection.updateOne({ _id: some._id }, { $set: { 'body.actor': 'nurlam' } });
  assert.deepEqual(
    (await verifyDatabase(collection)).findings.map(({ fault, seq }) => [fault, seq]),
    [['changed', some.seq]],
  );
});
