import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import { parseEvent, topics, type EventData, type Providers } from '@kyzmat/contracts';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import { eventually } from '@kyzmat/testing/eventually';
import request, { type Response } from 'supertest';
import { createApp } from '../app.ts';

const operator: Principal = { subject: 'operator', role: 'operator' };
const head: Principal = { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' };
const stranger: Principal = { subject: 'timur', role: 'executor', provider: 'licensing-office' };
const path = '/providers/population-register/outages';

let on: TestKit<Record<string, never>>;
let app: App;
const told: EventData['ProviderOutage'][] = [];
let listener: { joined(): Promise<void>; stop(): Promise<void> };

before(async () => {
  // Saturday, 9:30 in Bishkek.
  on = await openTestKit({ name: 'providers', spec: {}, now: '2021-03-13T03:30:00.000Z' });
  app = createApp(on.kit);
  await app.start?.();
  listener = await on.kit.bus.consume({
    group: 'test',
    topics: [topics.providers],
    handle({ messages }) {
      const events = messages.flatMap(({ event }) => event ?? []);
      const outages = events.filter(({ type }) => type === 'provider.outage.v1');
      told.push(...outages.map(({ data }) => parseEvent('ProviderOutage', data)));
      return Promise.resolve();
    },
  });
  await listener.joined();
  await post(operator, '/providers', {
    id: 'population-register',
    name: { ky: 'Демо реестр', ru: 'Демо-реестр' },
    xroadMember: 'central-server/GOV/70000005/population-register',
    automated: true,
    agreement: { number: 'ДЕМО-1', concludedAt: '2021-01-15T04:00:00.000Z', services: [] },
  });
});
after(async () => {
  await listener.stop();
  await app.stop?.();
  await on.close();
});

const bodyOf = <T>({ body }: { readonly body: T }): T => body;
const post = async (who: Principal, to: string, body: object): Promise<Response> =>
  request(app.http).post(to).set(on.token('desk', who)).send(body);

test('P573-42: an outage is recorded by the provider or the operator, one at a time, and everybody is told', async () => {
  const began = { cause: 'no_electricity', startedAt: '2021-03-12T10:00:00.000Z' };
  assert.equal((await post(stranger, path, began)).status, 404);
  const future = await post(head, path, { ...began, startedAt: '2021-03-14T10:00:00.000Z' });
  assert.equal(future.status, 422);
  const recorded = await post(head, path, began);
  assert.equal(recorded.status, 201, recorded.text);
  assert.equal((await post(operator, path, began)).status, 409);

  const outage = bodyOf<Providers['Outage']>(recorded);
  const removal = `${path}/${outage.id}/removal`;
  assert.equal((await post(operator, removal, { removedAt: '2021-03-12T09:00:00.000Z' })).status, 422);
  const removedAt = '2021-03-13T03:00:00.000Z';
  assert.equal((await post(operator, removal, { removedAt })).status, 200);
  // On record for good: a second word changes nothing.
  await post(head, removal, { removedAt: '2021-03-13T03:10:00.000Z' });
  await eventually(() => told.length === 2);
  assert.deepEqual(
    told.map(({ outageId, cause, removedAt: ended }) => [outageId, cause, ended]),
    [
      [outage.id, 'no_electricity', undefined],
      [outage.id, 'no_electricity', removedAt],
    ],
  );
  assert.equal((await post(head, path, began)).status, 422, 'it began before the last one was removed');
  const list = await request(app.http).get(path).set(on.token('desk', head));
  const { outages } = bodyOf<{ outages: Providers['Outage'][] }>(list);
  assert.deepEqual(
    outages.map(({ removedAt: ended, recordedBy }) => [ended, recordedBy]),
    [[removedAt, 'zhyldyz']],
  );
});

test('C22-13b: a blocked provider records nothing', async () => {
  const problems = [{ ky: 'Агып кетти', ru: 'Утечка' }];
  await post(operator, '/providers/population-register/blocks', { cause: 'leak', problems });
  const began = { cause: 'other', startedAt: '2021-03-13T03:20:00.000Z' };
  assert.equal((await post(head, path, began)).status, 403);
});
