import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import { eventually } from '@kyzmat/testing';
import request from 'supertest';
import type { Draft } from '../drafts/store.ts';
import type { Calls } from '../testing/calls.ts';
import { aigul, apply, bodyOf, codeOf, fillIn, nurlan, operator, view } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

/** Tuesday 30 November 2021, 12:00 in Bishkek. */
const saved = '2021-11-30T06:00:00.000Z';

before(async () => {
  stage = await openStage(saved);
  ({ calls } = stage);
});
after(() => stage.stop());

const documents = () => stage.kit.store.collection<Draft>('drafts');
const documentOf = async (id: string): Promise<Draft> =>
  (await documents().findOne({ _id: id })) ?? assert.fail();
const isThere = async (id: string) => (await documents().countDocuments({ _id: id })) === 1;
const at = (moment: string) => stage.clock.set(moment);
const notifications = (path: string) =>
  request(stage.app.http)
    .get(path)
    .set(stage.token('notifications', { subject: 'notifications', role: 'system' }));

test('P573-27f: last saved 2021-11-30, a draft is open through the end of 2022-02-28, then it goes with its files', async () => {
  const { id, keptUntil } = await fillIn(calls, aigul);
  assert.equal(keptUntil, '2022-02-28T18:00:00.000Z');
  const before = await documentOf(id);

  at('2022-02-21T17:59:59.000Z');
  assert.equal((await documentOf(id)).state.reminder, undefined);
  at('2022-02-21T18:00:01.000Z');
  const { reminder } = await eventually(async () => {
    const { state } = await documentOf(id);
    return state.reminder === undefined ? undefined : state;
  });
  assert.equal(reminder?.savedAt, before.state.savedAt);
  const facts = await notifications(`/applications/${id}/notices/${reminder.noticeId}`);
  const { kind, ruleId, endsAt, recipientId } = bodyOf<Applications['NoticeFacts']>(facts);
  assert.deepEqual([kind, ruleId, endsAt, recipientId], ['draft_expires', 'P573-27f', keptUntil, 'aigul']);

  at('2022-02-28T17:59:59.999Z');
  assert.equal((await calls.get(aigul, `/drafts/${id}`)).status, 200);
  assert.equal((await documentOf(id)).state.reminder?.noticeId, reminder.noticeId, 'told once');
  at('2022-02-28T18:00:00.001Z');
  await eventually(async () => !(await isThere(id)));
  assert.equal((await calls.get(aigul, `/drafts/${id}`)).status, 404);
  assert.equal((await notifications(`/applications/${id}/notices/${reminder.noticeId}`)).status, 404);
});

test('P573-27f: who saves after the reminder has three months more, and is told anew', async () => {
  at(saved);
  const draft = await fillIn(calls, aigul);
  at('2022-02-25T06:00:00.000Z');
  await eventually(async () => (await documentOf(draft.id)).state.reminder !== undefined);
  const { version } = await documentOf(draft.id);
  const fields = { purpose: 'court', phone: '+996700000001', email: '' };
  const again = await calls.put(aigul, `/drafts/${draft.id}/pages/purpose`, { version, fields });
  assert.equal(bodyOf<Applications['DraftPageResult']>(again).draft.keptUntil, '2022-05-25T18:00:00.000Z');
  at('2022-05-20T06:00:00.000Z');
  const { savedAt, reminder } = await eventually(async () => {
    const { state } = await documentOf(draft.id);
    return state.reminder?.savedAt === state.savedAt ? state : undefined;
  });
  assert.equal(reminder?.savedAt, savedAt);
});

test('P573-27e, P573-31c: what was submitted stays, years later; its draft goes without a word', async () => {
  at(saved);
  const id = await apply(stage, calls, aigul);
  at('2024-11-30T06:00:00.000Z');
  await eventually(async () => !(await isThere(id)));
  assert.equal((await view(calls, aigul, id)).id, id);
  const copy = await calls.get(aigul, `/applications/${id}/copy.json`);
  assert.equal(copy.status, 200);
});

test('P573-27e: the operator sees what would end when, in counts, and holds what must stay', async () => {
  at(saved);
  const id = await apply(stage, calls, aigul);
  const draft = await fillIn(calls, aigul);
  const { reference } = await view(calls, aigul, id);
  const reason = 'Сот иши: №12';
  const placed = await calls.post(operator, '/retention/holds', {
    reference: reference.toLowerCase(),
    reason,
  });
  assert.equal(placed.status, 201, placed.text);
  const { id: holdId } = bodyOf<Applications['Hold']>(placed);

  const seen = await calls.get(operator, '/retention');
  const { rules, preview, holds } = bodyOf<Applications['Retention']>(seen);
  assert.deepEqual(
    rules.map(({ what, ruleId, months, removed }) => [what, ruleId, months, removed]),
    [
      ['draft', 'P573-27f', 3, true],
      ['application', 'P573-27e', 12, false],
    ],
  );
  const day = (what: string, on: string) => preview.find((each) => each.what === what && each.on === on);
  assert.ok((day('draft', '2022-02-28')?.count ?? 0) >= 1);
  assert.ok((day('application', '2022-11-30')?.held ?? 0) === 1);
  assert.deepEqual([holds[0]?.reference, holds[0]?.reason], [reference, reason]);
  assert.ok(!seen.text.includes('Сынакова') && !seen.text.includes(draft.id), 'counts, no personal data');

  at('2022-06-30T06:00:00.000Z');
  await eventually(async () => !(await isThere(draft.id)));
  assert.equal(await isThere(id), true, 'nothing of what is held goes');
  await request(stage.app.http)
    .delete(`/retention/holds/${holdId}`)
    .set(stage.token('desk', operator))
    .expect(204);
  assert.equal((await calls.get(nurlan, '/retention')).status, 403);
  const unknown = await calls.post(operator, '/retention/holds', { reference: 'NONE', reason });
  assert.deepEqual([unknown.status, codeOf(unknown)], [404, 'not_found']);
});
