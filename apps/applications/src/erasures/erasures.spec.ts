import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { topics, type Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing';
import type { Response } from 'supertest';
import {
  act,
  aigul,
  apply,
  bakyt,
  bodyOf,
  callsOf,
  codeOf,
  fillIn,
  introduce,
  nurlan,
  operator,
  type Calls,
} from '../testing/people.ts';
import { openStage, thursday, type Stage } from '../testing/stage.ts';
import { hashOf } from './erasures.ts';

let stage: Stage;
let calls: Calls;
before(async () => {
  stage = await openStage();
  calls = callsOf(stage);
  introduce(stage);
});
after(() => stage.stop());

const yearLater = '2027-03-13T04:00:00.000Z';
type Item = Applications['HeldItem'];

const documents = () => stage.kit.store.collection<{ _id: string; pending: unknown[] }>('applications');

/** An application that has ended, and owes nobody anything. */
async function ended(): Promise<string> {
  stage.clock.set(thursday);
  const id = await apply(stage, calls, aigul);
  assert.equal((await act(calls, aigul, id, { type: 'withdraw' })).status, 200);
  // As if notifications had handed everything over in time.
  await documents().updateOne({ _id: id }, { $set: { 'state.clocks': [] }, $unset: { nextDueAt: '' } });
  await eventually(async () => (await documents().findOne({ _id: id }))?.pending.length === 0);
  return id;
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
  await gone(id, ['erasures', 'journal', 'work.erase']);
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
