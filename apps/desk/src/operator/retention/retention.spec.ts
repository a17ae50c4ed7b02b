import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request, { type Response } from 'supertest';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let operator: string;
let nurlan: string;

before(async () => {
  stage = await openStage();
  const { staff } = stage.neighbours;
  staff.set('nurlan', { id: 'nurlan', name: 'Демо', providerId: 'population-register', roles: ['executor'] });
  staff.set('operator', { id: 'operator', name: 'Демо', providerId: null, roles: ['operator'] });
  operator = await stage.enter('operator');
  nurlan = await stage.enter('nurlan');
});
after(() => stage.stop());

const get = async (cookie: string): Promise<Response> =>
  request(stage.http).get('/retention').set('Cookie', cookie).set('Accept-Language', 'ru');
async function post(path: string, fields: object): Promise<Response> {
  const token = /name="_csrf" value="([^"]*)"/u.exec((await get(operator)).text)?.[1] ?? '';
  return request(stage.http)
    .post(path)
    .set('Cookie', operator)
    .type('form')
    .send({ _csrf: token, ...fields });
}

test('P573-27e, P573-27f: the operator sees what is kept how long and what ends when, and nobody else does', async () => {
  const { status, text } = await get(operator);
  assert.equal(status, 200);
  for (const said of ['P573-27f', '3 месяца', '28 февраля 2022', '7F3K-9QXM-2T0Z-4', 'Сот']) {
    assert.ok(text.includes(said), said);
  }
  assert.notEqual((await get(nurlan)).status, 200);
});

test('P573-27e: a hold needs a number and a reason, each told at its field; with both it is placed', async () => {
  const refused = await post('/retention/holds', { reference: 'X1', reason: ' ' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /f-reason-error/u);
  assert.match(refused.text, /value="X1"/u);
  const body = { reference: '7F3K-9QXM-2T0Z-4', reason: 'Сот иши' };
  const placed = await post('/retention/holds', body);
  assert.equal(placed.headers['location'], '/retention?done=held');
  assert.deepEqual(stage.neighbours.posted.at(-1)?.body, body);
  assert.equal((await post('/retention/holds/h1/lift', {})).headers['location'], '/retention?done=lifted');
});
