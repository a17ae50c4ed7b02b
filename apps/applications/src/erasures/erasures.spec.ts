import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Principal, ProcessName } from '@kyzmat/auth';
import { topics, type Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing';
import request, { type Response } from 'supertest';
import type { Calls } from '../testing/calls.ts';
import { act, aigul, apply, bakyt, bodyOf, codeOf, fillIn, nurlan, operator } from '../testing/people.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';
import { hashOf } from './erasures.ts';

let stage: Stage;
let calls: Calls;
before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

const yearLater = '2027-03-13T04:00:00.000Z';
type Item = Applications['HeldItem'];

const documents = () => stage.kit.store.collection<{ _id: string; pending: unknown[] }>('applications');

/** An application that has ended, and owes nobody anything. */
async function ended(who = aigul): Promise<string> {
  stage.clock.set(thursday);
  const id = await apply(stage, calls, who);
  assert.equal((await act(calls, who, id, { type: 'withdraw' })).status, 200);
  // As if notifications had handed everything over in time.
  await documents().updateOne({ _id: id }, { $set: { 'state.clocks': [] }, $unset: { nextDueAt: '' } });
  await eventually(async () => (await documents().findOne({ _id: id }))?.pending.length === 0);
  return id;
}

async function goneItem(id: string): Promise<Applications['GoneItem'] | undefined> {
  const { gone: items } = bodyOf<{ gone: Applications['GoneItem'][] }>(await calls.get(aigul, '/erasures'));
  return items.find((item) => item.id === id);
}

async function held(id: string): Promise<Item | undefined> {
  const { items } = bodyOf<{ items: Item[] }>(await calls.get(aigul, '/erasures'));
  return items.find((item) => item.id === id);
}

function erase(ids: readonly string[], signedIds = ids, who = aigul): Promise<Response> {
  const signature = stage.neighbours.jws({ sub: who.subject, hash: hashOf(signedIds) });
  return calls.post(aigul, '/erasures', { ids, signature });
}

/** Waits until nothing names it but what may. */
async function gone(id: string, but: readonly string[]): Promise<void> {
  let left: readonly string[] = [];
  await eventually(async () => {
    left = await traces(id);
    return isDeepStrictEqual(left, but);
  }).catch(() => undefined);
  assert.deepEqual(left, but);
}

/** Where something still names it. */
async function traces(id: string): Promise<string[]> {
  const { db } = stage.kit.store.connection;
  const names = (await db?.listCollections().toArray()) ?? [];
  const found = await Promise.all(
    names.map(async ({ name }) => {
      const all = await stage.kit.store.collection(name).find().toArray();
      return all.some((each) => JSON.stringify(each).includes(id)) ? name : [];
    }),
  );
  return found.flat().sort();
}

test('P573-27e: an ended application stays a year; then its person lets it go, and nothing of it is left behind', async () => {
  const id = await ended();
  assert.deepEqual([(await held(id))?.standing, (await held(id))?.ruleId], ['year', 'P573-27e']);
  const early = await erase([id]);
  assert.deepEqual([early.status, codeOf(early)], [409, 'not_erasable']);

  stage.clock.set(yearLater);
  assert.equal((await held(id))?.standing, 'erasable');
  const first = await erase([id]);
  assert.equal(first.status, 200, first.text);
  assert.equal((await calls.get(aigul, `/applications/${id}`)).status, 404);
  // The note that it is gone, the journal and the work done, which have only ids.
  await gone(id, ['erasures', 'work.erase']);
  assert.equal((await erase([id])).status, 200, 'once more is the same answer');
  const { lines } = bodyOf<{ lines: { act: string; application?: string }[] }>(
    await calls.get(aigul, '/journal'),
  );
  assert.ok(lines.some((line) => line.act === 'data.erased' && line.application === id));
});

test('P573-49: other processes are told, once, without a word of what it was', async (t) => {
  const id = await ended();
  stage.clock.set(yearLater);
  const told: string[] = [];
  const consumer = await stage.kit.bus.consume({
    group: `test-${id}`,
    topics: [topics.applications],
    handle({ messages }) {
      told.push(...messages.map(({ value }) => value).filter((text) => text.includes(id)));
      return Promise.resolve();
    },
  });
  t.after(() => consumer.stop());
  assert.equal((await erase([id])).status, 200);
  const erased = () => told.filter((text) => text.includes('application.erased.v1'));
  await eventually(() => Promise.resolve(erased().length > 0));
  assert.ok(erased().length === 1 && !erased()[0]?.includes('Сынакова'));
});

test('P573-49: a hold prevents it, and so does a limit that was broken', async () => {
  const id = await ended();
  const { reference } = bodyOf<Applications['ApplicationView']>(
    await calls.get(aigul, `/applications/${id}`),
  );
  const hold = await calls.post(operator, '/retention/holds', { reference, reason: 'Сот иши' });
  assert.equal(hold.status, 201, hold.text);
  stage.clock.set(yearLater);
  assert.equal((await held(id))?.standing, 'held');
  assert.equal(codeOf(await erase([id])), 'not_erasable');
  assert.equal((await calls.get(aigul, `/applications/${id}`)).status, 200);
});

test('P573-49: only with a fresh approval of exactly these, by this person', async () => {
  const id = await ended();
  stage.clock.set(yearLater);
  assert.equal((await erase([id], ['another'])).status, 422);
  assert.equal((await erase([id], [id], bakyt)).status, 422);
  const signature = stage.neighbours.jws({ sub: 'bakyt', hash: hashOf([id]) });
  assert.equal((await calls.post(bakyt, '/erasures', { ids: [id], signature })).status, 404);
  assert.equal((await calls.get(nurlan, '/erasures')).status, 403);
  assert.equal((await calls.get(aigul, `/applications/${id}`)).status, 200);
});

test('P573-49: a draft may go at any time', async () => {
  stage.clock.set(thursday);
  const { id } = await fillIn(calls, aigul);
  assert.equal((await held(id))?.standing, 'erasable');
  assert.equal((await erase([id])).status, 200);
  await gone(id, ['erasures', 'work.erase']);
});

test('P573-49: who has erased it is known by asking each, and one that has not is asked again', async () => {
  const id = await ended();
  stage.clock.set(yearLater);
  stage.neighbours.keeping.add('payments');
  assert.equal((await erase([id])).status, 200);
  await eventually(async () => (await goneItem(id))?.erasedBy.length === 3);
  const waiting = await goneItem(id);
  assert.deepEqual(waiting?.erasedBy, ['applications', 'notifications', 'tunduk']);
  assert.deepEqual(waiting.owedBy, ['payments']);
  stage.neighbours.keeping.clear();
  await eventually(async () => (await goneItem(id))?.owedBy.length === 0);
  const { gone: others } = bodyOf<{ gone: unknown[] }>(await calls.get(bakyt, '/erasures'));
  assert.deepEqual(others, []);
});

test('P573-13d, P573-49: a rating and what was suggested go with the application', async () => {
  stage.clock.set(thursday);
  const id = await ended();
  const said = { stars: 2, suggestion: 'Тезирээк болсо' };
  assert.equal((await calls.put(aigul, `/applications/${id}/rating`, said)).status, 200);
  const ratings = stage.kit.store.collection<{ _id: string }>('ratings');
  assert.equal(await ratings.countDocuments({ _id: id }), 1);
  stage.clock.set(yearLater);
  assert.equal((await erase([id])).status, 200);
  assert.equal(await ratings.countDocuments({ _id: id }), 0);
});

test('P573-49: whoever deletes the cabinet lets go what may go now, and the rest when its year is over; what goes on is counted', async () => {
  const leave = (method: 'get' | 'post', who: Principal, from: ProcessName = 'identity') =>
    request(stage.app.http)[method]('/owners/bakyt/erasure').set(stage.token(from, who));
  const identity: Principal = { subject: 'identity', role: 'system' };
  stage.clock.set(thursday);
  const kept = await ended(bakyt);
  const draft = await fillIn(calls, bakyt);
  const open = await apply(stage, calls, bakyt);
  assert.equal((await leave('get', bakyt, 'portal')).status, 403);
  assert.deepEqual((await leave('get', identity)).body, { open: 1 });
  assert.equal((await act(calls, bakyt, open, { type: 'withdraw' })).status, 200);
  await documents().updateOne({ _id: open }, { $set: { 'state.clocks': [] }, $unset: { nextDueAt: '' } });
  await eventually(async () => (await documents().findOne({ _id: open }))?.pending.length === 0);

  assert.equal((await leave('post', identity)).status, 204);
  assert.equal((await leave('post', identity)).status, 204, 'once more is the same answer');
  await eventually(async () => (await calls.get(bakyt, `/drafts/${draft.id}`)).status === 404);
  assert.equal((await calls.get(bakyt, `/applications/${kept}`)).status, 200, 'its year is not over');
  stage.clock.set(yearLater);
  await eventually(async () => (await documents().countDocuments({ 'state.ownerId': 'bakyt' })) === 0);
  stage.clock.set(thursday);
});
