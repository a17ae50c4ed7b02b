import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Common, Providers } from '@kyzmat/contracts';
import request, { type Response } from 'supertest';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let operator: string;
let head: string;
let owner: string;

before(async () => {
  stage = await openStage();
  const one = (id: string, providerId: string | null, role: string) =>
    stage.neighbours.staff.set(id, { id, name: `Демо ${id}`, providerId, roles: [role] });
  one('operator', null, 'operator');
  one('owner', null, 'owner');
  one('zhyldyz', 'population-register', 'provider_head');
  operator = await stage.enter('operator');
  owner = await stage.enter('owner');
  head = await stage.enter('zhyldyz');
});
after(() => stage.stop());

const at = '2026-03-13T04:00:00.000Z';
const entry = (
  kind: Providers['IncidentEntryKind'],
  text: string,
): Providers['Incident']['entries'][number] => ({
  ...{ kind, text, at, by: 'operator', role: 'operator' },
});
const sighting: Common['Sighting'] = {
  key: 'refused_sign_ins:aigul:2026-03-13',
  kind: 'refused_sign_ins',
  who: 'aigul',
  count: 7,
  firstAt: at,
  lastAt: '2026-03-13T05:00:00.000Z',
};

beforeEach(() => {
  const { neighbours } = stage;
  neighbours.incidents = [{ id: 'i', entries: [entry('seen', 'Байкалган <b>нерсе</b>')] }];
  neighbours.sightings = { sightings: [sighting] };
  neighbours.posted.length = 0;
});

const lastPosted = (): unknown => stage.neighbours.posted.at(-1);
const get = async (path: string, cookie = operator): Promise<Response> =>
  request(stage.http).get(path).set('Cookie', cookie);
async function send(path: string, fields: object): Promise<Response> {
  const _csrf = /name="_csrf" value="([^"]*)"/.exec((await get('/incidents')).text)?.[1];
  return request(stage.http)
    .post(path)
    .set('Cookie', operator)
    .type('form')
    .send({ _csrf, ...fields });
}

test('P573-19e: what the monitoring noticed is proposed, opened with one press, and proposed again when it goes on', async () => {
  const { text } = await get('/incidents');
  const proposal = /Отказано во входе 7 раз: aigul\. [^"<]*/.exec(text)?.[0];
  assert.ok(proposal);
  const opened = await send('/incidents', { seen: proposal, sighting: sighting.key });
  assert.equal(opened.get('Location'), '/incidents/i?done=kept');
  assert.deepEqual(lastPosted(), {
    path: '/incidents',
    body: { seen: proposal.trim(), sighting: sighting.key },
  });
  const later = { ...entry('seen', proposal), at: sighting.lastAt };
  stage.neighbours.incidents = [{ id: 'i', sighting: sighting.key, entries: [later] }];
  assert.doesNotMatch((await get('/incidents')).text, /name="sighting"/);
  stage.neighbours.sightings = { sightings: [{ ...sighting, lastAt: '2026-03-13T06:00:00.000Z' }] };
  assert.match((await get('/incidents')).text, /name="sighting"/);
  // That nobody answers does not mean that nothing was seen.
  stage.neighbours.sightings = undefined;
  const away = await get('/incidents');
  assert.equal(away.status, 200);
  assert.match(away.text, /Наблюдение сейчас отвечает не полностью/);
  assert.doesNotMatch(away.text, /Ничего, что требовало бы внимания/);
});

test('P573-19e: finding and measure are recorded at the incident, and only then it can be closed', async () => {
  const first = await get('/incidents/i');
  assert.match(first.text, /Байкалган &lt;b&gt;нерсе&lt;\/b&gt;/);
  assert.doesNotMatch(first.text, /\/incidents\/i\/close/);
  const half = await send('/incidents/i', { text: 'Один адрес' });
  assert.equal(half.status, 422);
  assert.match(half.text, /href="#f-kind"[\s\S]*Один адрес<\/textarea>/);
  assert.equal((await send('/incidents', { seen: ' ' })).status, 422);
  assert.deepEqual(stage.neighbours.posted, []);
  await send('/incidents/i', { kind: 'finding', text: 'Один адрес' });
  assert.deepEqual(lastPosted(), {
    path: '/incidents/i/entries',
    body: { kind: 'finding', text: 'Один адрес' },
  });
  const entries = [entry('seen', 'а'), entry('finding', 'Один адрес'), entry('measure', 'Адрес закрыт')];
  stage.neighbours.incidents = [{ id: 'i', entries }];
  assert.match((await get('/incidents/i')).text, /\/incidents\/i\/close/);
  await send('/incidents/i/close', {});
  assert.deepEqual(lastPosted(), { path: '/incidents/i/entries', body: { kind: 'closed' } });
  const end = { kind: 'closed', at, by: 'operator', role: 'operator' } as const;
  stage.neighbours.incidents = [{ id: 'i', entries: [...entries, end] }];
  const closed = (await get('/incidents/i')).text;
  for (const said of ['Установлено', 'Один адрес', 'Принята мера', 'Адрес закрыт', 'operator'])
    assert.ok(closed.includes(said), said);
  assert.doesNotMatch(closed, /action="\/incidents/);
});

test('P573-19e: nobody but the operator sees incidents', async () => {
  for (const reader of [head, owner]) assert.equal((await get('/incidents', reader)).status, 403);
  assert.equal((await get('/incidents/none')).status, 404);
});
