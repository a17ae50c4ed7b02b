import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Applications } from '@kyzmat/contracts';
import type { Calls } from '../testing/calls.ts';
import { aigul, bakyt, bodyOf, codeOf, fillIn } from '../testing/people.ts';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
let calls: Calls;

before(async () => {
  stage = await openStage();
  ({ calls } = stage);
});
after(() => stage.stop());

type Draft = Applications['Draft'];
type Result = Applications['DraftPageResult'];

async function begin(): Promise<Draft> {
  return bodyOf<Draft>(await calls.post(aigul, '/drafts', { serviceCode: 'residence-certificate' }));
}

test('P573-27c: a new draft is filled from the profile', async () => {
  const { answers, autofilled, profileUnavailable } = await begin();
  assert.equal(answers['lastName'], 'Сынакова');
  assert.equal(answers['personalNumber'], '12003198500012');
  assert.ok(autofilled.includes('phone'));
  assert.equal(profileUnavailable, false);
});

test('P573-27c: without the profile the draft begins empty and says so', async () => {
  stage.neighbours.away.add('profiles');
  const { answers, autofilled, profileUnavailable } = await begin();
  stage.neighbours.away.clear();
  assert.deepEqual([answers, autofilled, profileUnavailable], [{}, [], true]);
});

test('P573-14c: without a consent no draft begins; when nobody can tell, neither', async () => {
  const start = async (): Promise<[number, string]> => {
    const answer = await calls.post(aigul, '/drafts', { serviceCode: 'residence-certificate' });
    return [answer.status, codeOf(answer)];
  };
  stage.neighbours.withoutConsent.set('aigul', 'personal_data');
  assert.deepEqual(await start(), [403, 'consent_missing']);
  stage.neighbours.withoutConsent.clear();
  stage.neighbours.away.add('identity');
  assert.equal((await start())[0], 503);
  stage.neighbours.away.clear();
  assert.equal((await start())[0], 201);
});

test('P573-26a, P573-27d: a page is kept as it was posted, right or wrong, each fault is told, and no other page is lost', async () => {
  const draft = await begin();
  const fields = { lastName: 'Сынакова', firstName: '', patronymic: '', personalNumber: '12 три' };
  const posted = { version: draft.version, fields, language: 'ru' };
  const saved = await calls.put(aigul, `/drafts/${draft.id}/pages/person`, posted);
  const { errors, draft: after } = bodyOf<Result>(saved);
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['firstName', 'personalNumber'],
  );
  const later = bodyOf<Draft>(await calls.get(aigul, `/drafts/${draft.id}`));
  assert.deepEqual(later.answers['personalNumber'], { unread: '12 три' });
  assert.equal(later.answers['firstName'], null);
  assert.deepEqual(later.answers['address'], draft.answers['address']);
  assert.deepEqual(later.completedPages, []);
  assert.equal(later.version, after.version);
});

test('P573-27d: a page saved elsewhere meanwhile is not overwritten: the newer draft is shown', async () => {
  const draft = await begin();
  const address = `/drafts/${draft.id}/pages/purpose`;
  const save = (purpose: string) =>
    calls.put(aigul, address, { version: draft.version, fields: { purpose, phone: '', email: '' } });
  assert.equal((await save('bank')).status, 200);
  const stale = await save('court');
  assert.deepEqual([stale.status, codeOf(stale)], [409, 'stale_version']);
  const { current } = bodyOf<{ current: Draft }>(stale);
  assert.equal(current.answers['purpose'], 'bank');
  assert.equal(current.version, draft.version + 1);
});

test('P573-26a: the check after one field answers at once and stores nothing', async () => {
  const draft = await begin();
  const fields = { lastName: 'Сынакова', firstName: 'Айгүл', patronymic: '', personalNumber: '99' };
  const asked = { page: 'person', field: 'personalNumber', fields };
  const checked = await calls.post(aigul, `/drafts/${draft.id}/check`, asked);
  const { errors } = bodyOf<{ errors: { field: string }[] }>(checked);
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['personalNumber'],
  );
  const later = bodyOf<Draft>(await calls.get(aigul, `/drafts/${draft.id}`));
  assert.equal(later.version, draft.version);
});

test('P573-27f: a draft stays open for three months at least after it was last saved', async () => {
  assert.equal((await fillIn(calls, aigul)).keptUntil, '2026-06-12T18:00:00.000Z');
});

test('P573-8e: for anybody else the draft does not exist', async () => {
  const { id, version } = await begin();
  const answers = await Promise.all([
    calls.get(bakyt, `/drafts/${id}`),
    calls.get(bakyt, `/drafts/${id}/content`),
    calls.put(bakyt, `/drafts/${id}/pages/person`, { version, fields: {} }),
    calls.post(bakyt, `/drafts/${id}/check`, { page: 'person', field: 'lastName', fields: {} }),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404, 404],
  );
  assert.ok(!(await calls.get(bakyt, '/drafts')).text.includes(id));
});

test('another open draft of the same service is shown with a new one, not lost and not doubled in silence', async () => {
  const first = await begin();
  const second = await begin();
  assert.ok(second.others?.some(({ id }) => id === first.id));
});
