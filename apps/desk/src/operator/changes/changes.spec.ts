import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request from 'supertest';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let operator: string;
let executor: string;

before(async () => {
  stage = await openStage();
  const { staff, changes } = stage.neighbours;
  staff.set('operator', { id: 'operator', name: 'Демо', providerId: null, roles: ['operator'] });
  staff.set('nurlan', { id: 'nurlan', name: 'Демо', providerId: 'p', roles: ['executor'] });
  operator = await stage.enter('operator');
  executor = await stage.enter('nurlan');
  const common = {
    code: 'residence-certificate',
    providerId: 'population-register',
    title: { ky: 'Демо маалымкат', ru: 'Демо-справка' },
    submittedBy: 'zhyldyz',
    submittedAt: '2026-02-02T04:00:00.000Z',
    state: 'submitted',
  } as const;
  changes.push(
    { ...common, id: 'words', changed: ['/service/summary'], affectsPortal: false },
    { ...common, id: 'process', changed: ['/service/term'], affectsPortal: true },
  );
});
after(() => stage.stop());

const get = (cookie: string) => request(stage.http).get('/changes').set('Cookie', cookie);

async function send(path: string, fields: object = {}): Promise<request.Response> {
  const { text } = await get(operator);
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1];
  return request(stage.http)
    .post(path)
    .set('Cookie', operator)
    .type('form')
    .send({ _csrf, ...fields });
}
const lastPosted = (): unknown => stage.neighbours.posted.at(-1);

test('P573-18d: the operator sees what providers ask for, publishes it or says why not; nobody else does', async () => {
  assert.match((await get(operator)).text, /Демо-справка/);
  assert.notEqual((await get(executor)).status, 200);
  assert.equal((await send('/changes/words/publication')).status, 303);
  assert.deepEqual(lastPosted(), { path: '/service-changes/words/publication', body: {} });
  const silent = await send('/changes/words/refusal', { 'reason-words': '' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /href="#f-reason-words"/);
  assert.equal((await send('/changes/words/refusal', { 'reason-words': 'Демо' })).status, 303);
});

test('P573-17c: for a change of the process the page asks for the document of the owner, and keeps what was typed', async () => {
  const approval = {
    'document-process': '12-7/345',
    'date-process.day': '5',
    'date-process.month': '2',
    'date-process.year': '2026',
  };
  await send('/changes/process/publication', approval);
  assert.deepEqual(lastPosted(), {
    path: '/service-changes/process/publication',
    body: { ownerApproval: { documentNumber: '12-7/345', approvedOn: '2026-02-05' } },
  });
  stage.neighbours.refuse = { status: 422, code: 'owner_approval_missing' };
  const without = await send('/changes/process/publication', { ...approval, 'document-process': '' });
  stage.neighbours.refuse = undefined;
  assert.equal(without.status, 422);
  assert.match(without.text, /href="#f-document-process"/);
  assert.match(without.text, /name="date-process.year"[^>]*value="2026"/);
});
