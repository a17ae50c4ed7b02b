import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import type { Providers } from '@kyzmat/contracts';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import request, { type Response } from 'supertest';
import { createApp } from '../app.ts';

type Incident = Providers['Incident'];

const operator: Principal = { subject: 'operator', role: 'operator' };
const other: Principal = { subject: 'operator-2', role: 'operator' };
const strangers: readonly Principal[] = [
  { subject: 'owner', role: 'owner' },
  { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' },
];

let on: TestKit<Record<string, never>>;
let app: App;

before(async () => {
  on = await openTestKit({ name: 'providers', spec: {} });
  app = createApp(on.kit);
  await app.start?.();
});
after(async () => {
  await app.stop?.();
  await on.close();
});

const send = async (who: Principal, path: string, body: object): Promise<Response> =>
  request(app.http).post(path).set(on.token('desk', who)).send(body);
const get = async (who: Principal, path: string): Promise<Response> =>
  request(app.http).get(path).set(on.token('desk', who));
/** A body, which the door has checked against the contract. */
const bodyOf = <T>({ body }: { readonly body: T }): T => body;
const codeOf = (response: Response): string => bodyOf<{ code: string }>(response).code;
const opened = async (): Promise<Incident> =>
  bodyOf<Incident>(await send(operator, '/incidents', { seen: 'Демо: 9 кирүү', sighting: 'k' }));

test('P573-19e: an incident holds what was seen, the finding and the measure, who and when; only then it is closed', async () => {
  const { id, sighting, entries } = await opened();
  const at = on.kit.clock.now().toISOString();
  assert.equal(sighting, 'k');
  assert.deepEqual(entries, [{ kind: 'seen', text: 'Демо: 9 кирүү', at, by: 'operator', role: 'operator' }]);
  const path = `/incidents/${id}/entries`;
  for (const missing of [['finding', 'measure'], ['measure']]) {
    const early = await send(operator, path, { kind: 'closed' });
    assert.deepEqual(
      [codeOf(early), bodyOf<{ missing: string[] }>(early).missing],
      ['not_examined', missing],
    );
    await send(operator, path, { kind: 'finding', text: 'Бир тармактан' });
  }
  assert.equal(codeOf(await send(operator, path, { kind: 'measure' })), 'text_missing');
  await send(other, path, { kind: 'measure', text: 'Тармак жабылды' });
  const closed = bodyOf<Incident>(await send(other, path, { kind: 'closed' }));
  assert.deepEqual(
    closed.entries.map(({ kind, by }) => `${kind} ${by}`),
    ['seen operator', 'finding operator', 'finding operator', 'measure operator-2', 'closed operator-2'],
  );
  assert.deepEqual(bodyOf<Incident>(await get(operator, `/incidents/${id}`)), closed);
});

test('P573-19e: nothing recorded changes, nothing is added after the end, of twenty closings one stands', async () => {
  const { id } = await opened();
  const path = `/incidents/${id}/entries`;
  for (const kind of ['finding', 'measure']) await send(operator, path, { kind, text: 'Демо' });
  const ends = await Promise.all(Array.from({ length: 20 }, () => send(operator, path, { kind: 'closed' })));
  assert.equal(ends.filter(({ status }) => status === 201).length, 1);
  assert.equal(codeOf(await send(operator, path, { kind: 'finding', text: 'Кийин' })), 'incident_closed');
  assert.equal(bodyOf<Incident>(await get(operator, `/incidents/${id}`)).entries.length, 4);
  for (const method of ['put', 'patch', 'delete'] as const) {
    const answer = await request(app.http)[method](`/incidents/${id}`).set(on.token('desk', operator));
    assert.ok(answer.status >= 404, method);
  }
});

test('P573-19e: incidents are for the operator only', async () => {
  const { id } = await opened();
  for (const who of strangers) {
    assert.equal((await get(who, '/incidents')).status, 403);
    assert.equal((await get(who, `/incidents/${id}`)).status, 403);
    assert.equal((await send(who, '/incidents', { seen: 'x' })).status, 403);
    assert.equal((await send(who, `/incidents/${id}/entries`, { kind: 'closed' })).status, 403);
  }
  assert.equal((await get(operator, '/incidents/none')).status, 404);
});
