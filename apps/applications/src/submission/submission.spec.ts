import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import type { Response } from 'supertest';
import { readCode } from '../state/codes.ts';
import { aigul, bodyOf, callsOf, fillIn, introduce, type Calls } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  calls = callsOf(stage);
  introduce(stage);
});
after(() => stage.stop());

type Submitted = Applications['Submitted'];

async function hashOf(draft: Applications['Draft'], who: Principal = aigul): Promise<string> {
  const content = await calls.get(who, `/drafts/${draft.id}/content`);
  return bodyOf<Applications['DraftContent']>(content).hash;
}

async function submit(
  draft: Applications['Draft'],
  claims: Readonly<Record<string, unknown>> = {},
  who: Principal = aigul,
): Promise<Response> {
  const hash = await hashOf(draft, who);
  const signature = stage.neighbours.jws({ sub: who.subject, hash, ...claims });
  return calls.post(who, '/applications', { draftId: draft.id, draftVersion: draft.version, signature });
}

test('P573-8l: submitting the signed draft makes an application with a number to quote', async () => {
  const draft = await fillIn(calls, aigul);
  const response = await submit(draft);
  assert.equal(response.status, 201, response.text);
  const { id, reference, submittedAt } = bodyOf<Submitted>(response);
  assert.equal(id, draft.id);
  assert.equal(submittedAt, '2026-03-12T04:00:00.000Z');
  assert.equal(readCode(reference), reference);

  const stored = await calls.get(aigul, `/drafts/${draft.id}`);
  assert.equal(bodyOf<Applications['Draft']>(stored).submittedAs, id);
  const drafts = await calls.get(aigul, '/drafts');
  assert.ok(!drafts.text.includes(draft.id));
});

test('P573-8l: fifty submissions at the same time make one application and one confirmation', async () => {
  const draft = await fillIn(calls, aigul);
  const hash = await hashOf(draft);
  const signature = stage.neighbours.jws({ sub: 'aigul', hash });
  const body = { draftId: draft.id, draftVersion: draft.version, signature };
  const all = await Promise.all(Array.from({ length: 50 }, () => calls.post(aigul, '/applications', body)));
  assert.deepEqual(
    all.map(({ status }) => status).toSorted((a, b) => a - b),
    [...Array.from({ length: 49 }, () => 200), 201],
  );
  assert.equal(new Set(all.map(({ text }) => text)).size, 1);
  const stored = await stage.kit.store
    .collection('applications')
    .countDocuments({ 'state.ownerId': 'aigul', 'state.id': draft.id });
  assert.equal(stored, 1);
});
