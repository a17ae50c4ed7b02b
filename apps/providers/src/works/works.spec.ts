import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Principal } from '@kyzmat/auth';
import type { Providers } from '@kyzmat/contracts';
import type { App } from '@kyzmat/kit';
import { openTestKit, type TestKit } from '@kyzmat/kit/testing';
import request, { type Response } from 'supertest';
import { createApp } from '../app.ts';

const operator: Principal = { subject: 'operator', role: 'operator' };
const owner: Principal = { subject: 'owner', role: 'owner' };
const head: Principal = { subject: 'zhyldyz', role: 'provider_head', provider: 'population-register' };

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

const send = async (who: Principal, path: string, body: object = {}): Promise<Response> =>
  request(app.http).post(path).set(on.token('desk', who)).send(body);
const get = async (who: Principal, path: string): Promise<Response> =>
  request(app.http).get(path).set(on.token('desk', who));
/** A body, which the door has checked against the contract. */
const bodyOf = <T>({ body }: { readonly body: T }): T => body;
const codeOf = (response: Response): string => bodyOf<{ code: string }>(response).code;

const hours = (count: number): string =>
  new Date(on.kit.clock.now().getTime() + count * 3_600_000).toISOString();
const reason = { ky: 'Базаны жаңыртуу', ru: 'Обновление базы' };
const works = (from: number, to: number) => ({
  from: hours(from),
  to: hours(to),
  reason,
  closes: ['sending'],
});

test('P573-19b: the operator records works before they begin, for a day at most; everybody may know of them', async () => {
  for (const who of [owner, head]) assert.equal((await send(who, '/works', works(24, 26))).status, 403);
  assert.equal(codeOf(await send(operator, '/works', works(-1, 2))), 'works_in_the_past');
  assert.equal(codeOf(await send(operator, '/works', works(24, 24))), 'works_too_long');
  assert.equal(codeOf(await send(operator, '/works', works(24, 49))), 'works_too_long');
  assert.equal((await send(operator, '/works', { ...works(1, 2), closes: ['inbox'] })).status, 400);
  const answer = await send(operator, '/works', works(24, 26));
  assert.equal(answer.status, 201, answer.text);
  const recorded = bodyOf<Providers['WorksWindow']>(answer);
  assert.deepEqual([recorded.recordedBy, recorded.endedAt], ['operator', undefined]);
  assert.deepEqual(bodyOf<object>(await get(head, '/works')), { works: [recorded] });
});

test('P573-19b: works end sooner or are called off; what was announced stays on record', async () => {
  const { id } = bodyOf<Providers['WorksWindow']>(await send(operator, '/works', works(30, 32)));
  assert.equal((await send(head, `/works/${id}/end`)).status, 403);
  const ended = bodyOf<Providers['WorksWindow']>(await send(operator, `/works/${id}/end`));
  assert.equal(ended.endedBy, 'operator');
  assert.deepEqual(bodyOf<object>(await send(operator, `/works/${id}/end`)), ended);
  assert.equal((await send(operator, '/works/unknown/end')).status, 404);
});
