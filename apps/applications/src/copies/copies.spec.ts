import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import type { Principal } from '@kyzmat/auth';
import request from 'supertest';
import type { Service } from '../catalogue/catalogue.ts';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { openDrafts, type Draft } from '../drafts/store.ts';
import type { ApplicationDocument } from '../state/application.ts';
import type { Calls } from '../testing/calls.ts';
import { aigul, apply, bakyt, bodyOf, fillIn, nurlan, operator } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { applicationCopy, draftCopy } from './copy.ts';

let stage: Stage;
let calls: Calls;
let service: Service;
const zone = 'Asia/Bishkek';

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
  service = await openCatalogue(stage.kit).version('residence-certificate', 1);
});
after(() => stage.stop());

const get = (who: Principal, path: string) =>
  request(stage.app.http)
    .get(path)
    .set(stage.token(who.role === 'user' ? 'portal' : 'desk', who));

async function draftOf(id: string): Promise<Draft> {
  const draft = await openDrafts(stage.kit).load(id);
  assert.ok(draft);
  return draft;
}

test('P573-27b: a draft can be saved as PDF at any step, in either language, and says that it is a draft', async () => {
  const begun = await calls.post(aigul, '/drafts', { serviceCode: 'residence-certificate' });
  const { id } = bodyOf<Applications['Draft']>(begun);
  for (const language of ['ky', 'ru'] as const) {
    const answer = await get(aigul, `/drafts/${id}/copy.pdf?language=${language}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/pdf');
    const copy = draftCopy(await draftOf(id), { service, language, zone });
    assert.deepEqual(copy.languages, [language]);
    assert.equal(copy.state.kind, 'draft');
  }
  assert.equal((await get(bakyt, `/drafts/${id}/copy.pdf`)).status, 404);
});

test('P573-27a: the copy of what was sent has every answer as it was signed, with number and time', async () => {
  const id = await apply(stage, calls, aigul);
  const stored = await stage.kit.store.collection<ApplicationDocument>('applications').findOne({ _id: id });
  assert.ok(stored);
  const copy = applicationCopy(stored, { service, language: 'ru', zone });
  assert.deepEqual(copy.state, {
    kind: 'submitted',
    reference: stored.state.reference,
    submittedOn: copy.state.kind === 'submitted' ? copy.state.submittedOn : '',
    signature: 'simple',
  });
  const said = JSON.stringify(copy.groups);
  for (const answer of ['Сынакова', 'Айгүл', 'Банкка', 'В банк', 'Токтогул']) {
    assert.ok(said.includes(answer), answer);
  }
  const { name, identifier } = stored.content.applicant;
  assert.deepEqual(copy.applicant, { name, identifier: { kind: 'pin', value: identifier } });
  assert.match(identifier, /^\d{14}$/);
});

test('P573-27a, P573-8e, P573-43: the copy is for the applicant and the provider, not for the operator', async () => {
  const id = await apply(stage, calls, aigul);
  const path = `/applications/${id}/copy.pdf?language=ru`;
  const answers = await Promise.all([aigul, nurlan, bakyt, operator].map((who) => get(who, path)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 404, 404],
  );
});

test('P573-27b: without the profile a draft is still saved', async () => {
  stage.neighbours.away.add('profiles');
  const begun = await calls.post(aigul, '/drafts', { serviceCode: 'residence-certificate' });
  stage.neighbours.away.clear();
  const { id } = bodyOf<Applications['Draft']>(begun);
  assert.equal((await get(aigul, `/drafts/${id}/copy.pdf`)).status, 200);
});

test('P573-29a: the document system gets the copy with the application', async () => {
  const draft = await fillIn(calls, aigul);
  const { hash } = bodyOf<Applications['DraftContent']>(
    await calls.get(aigul, `/drafts/${draft.id}/content`),
  );
  const signature = stage.neighbours.jws({ sub: 'aigul', hash });
  await calls.post(aigul, '/applications', { draftId: draft.id, draftVersion: draft.version, signature });
  const answer = await request(stage.app.http)
    .get(`/applications/${draft.id}/package`)
    .set(stage.token('tunduk', { subject: 'tunduk', role: 'system' }));
  const { copyPdf } = bodyOf<Applications['ApplicationPackage']>(answer);
  assert.equal(Buffer.from(copyPdf, 'base64').subarray(0, 5).toString(), '%PDF-');
});
