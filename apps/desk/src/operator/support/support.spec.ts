import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import request, { type Response } from 'supertest';
import { submitted } from '../../testing/neighbours.ts';
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

const get = async (cookie = operator): Promise<Response> =>
  request(stage.http).get('/support').set('Cookie', cookie);
async function send(fields: object): Promise<Response> {
  const _csrf = /name="_csrf" value="([^"]*)"/.exec((await get()).text)?.[1];
  return request(stage.http)
    .post('/support')
    .set('Cookie', operator)
    .type('form')
    .send({ _csrf, ...fields });
}

test('C22-3a: the operator opens an application only with a support request, and is told that it is recorded', async () => {
  const { neighbours } = stage;
  const pages = [
    { pageId: 'p', page: 'Адрес', rows: [{ fieldId: 'a', label: 'Көчө', text: '<i>Демо</i>' }] },
  ];
  neighbours.support = submitted('a', { applicantName: 'Демо Айгүл', pages });
  const silent = await send({ reference: '7F3K-9QXM-2T0Z-4', ground: 'failure', request: '' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /href="#f-request"[\s\S]*value="7F3K-9QXM-2T0Z-4"/);
  assert.deepEqual(neighbours.posted, []);
  const opened = await send({ reference: '7F3K-9QXM-2T0Z-4', ground: 'failure', request: 'Д-15' });
  assert.deepEqual(neighbours.posted, [
    {
      path: '/support-accesses',
      body: { reference: '7F3K-9QXM-2T0Z-4', reason: { ground: 'failure', request: 'Д-15' } },
    },
  ]);
  assert.match(opened.text, /Этот просмотр записан в журнал и виден заявителю/);
  assert.match(opened.text, /Демо Айгүл[\s\S]*&lt;i&gt;Демо&lt;\/i&gt;/);
  assert.equal(opened.get('Cache-Control'), 'no-store');
  neighbours.support = undefined;
  const unknown = await send({ reference: 'X', ground: 'failure', request: 'Д-15' });
  assert.match(unknown.text, /Заявления с таким номером нет/);
  assert.equal((await get(await stage.enter('owner'))).status, 403);
});
