import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import request, { type Response } from 'supertest';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let operator: string;

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  staff.set('operator', { id: 'operator', name: 'Демо', providerId: null, roles: ['operator'] });
  staff.set('owner', { id: 'owner', name: 'Демо', providerId: null, roles: ['owner'] });
  operator = await stage.enter('operator');
});
after(() => stage.stop());
beforeEach(() => {
  stage.neighbours.posted.length = 0;
  stage.neighbours.refuse = undefined;
  stage.neighbours.works = [];
});

const get = async (cookie = operator): Promise<Response> =>
  request(stage.http).get('/works').set('Cookie', cookie);
async function send(path: string, fields: object): Promise<Response> {
  const _csrf = /name="_csrf" value="([^"]*)"/.exec((await get()).text)?.[1];
  return request(stage.http)
    .post(path)
    .set('Cookie', operator)
    .type('form')
    .send({ _csrf, ...fields });
}
const typed = {
  ...{ 'from-on.day': '15', 'from-on.month': '3', 'from-on.year': '2026', 'from-time': '02:00' },
  ...{ 'to-on.day': '15', 'to-on.month': '3', 'to-on.year': '2026', 'to-time': '04:30' },
  ...{ 'reason.ky': 'Жаңыртуу', 'reason.ru': 'Обновление', closes: 'sending' },
};

test('P573-19b: the operator announces works by the clock of Kyrgyzstan, with a reason in both languages', async () => {
  assert.equal((await send('/works', typed)).get('Location'), '/works?done=announced');
  assert.deepEqual(stage.neighbours.posted.at(-1)?.body, {
    from: '2026-03-14T20:00:00.000Z',
    to: '2026-03-14T22:30:00.000Z',
    reason: { ky: 'Жаңыртуу', ru: 'Обновление' },
    closes: ['sending'],
  });
  const half = await send('/works', { ...typed, 'from-on.day': '32', 'reason.ky': '' });
  assert.equal(half.status, 422);
  for (const said of ['href="#f-from-on-day"', 'href="#f-reason-ky"', 'value="32"', 'value="Обновление"'])
    assert.ok(half.text.includes(said), said);
  stage.neighbours.refuse = { status: 422, code: 'works_in_the_past' };
  assert.match((await send('/works', typed)).text, /О работах объявляют заранее/);
  assert.equal((await get(await stage.enter('owner'))).status, 403);
});

test('P573-19b: works can be called off; what was announced stays to be read', async () => {
  const reason = { ky: 'Жаңыртуу', ru: 'Обновление' };
  const far = { from: '2999-03-14T20:00:00.000Z', to: '2999-03-14T22:30:00.000Z' };
  const by = { recordedBy: 'operator', recordedAt: '2026-03-10T04:00:00.000Z' };
  stage.neighbours.works = [{ id: 'w', ...far, reason, closes: ['payment'], ...by }];
  assert.match((await get()).text, /Обновление[\s\S]*оплата[\s\S]*\/works\/w\/end/);
  assert.equal((await send('/works/w/end', {})).status, 303);
  const ended = { endedAt: '2026-03-11T04:00:00.000Z', endedBy: 'operator' };
  stage.neighbours.works = [{ id: 'w', ...far, reason, closes: ['payment'], ...by, ...ended }];
  const { text } = await get();
  assert.match(text, /Закончены раньше: operator/);
  assert.doesNotMatch(text, /\/works\/w\/end/);
});
